package dev.grapevine.api.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Resolves a field of many parents at once, in the form that {@code @BatchMapping} requires. */
public final class BatchMappings {

    private BatchMappings() {}

    /**
     * Loads the values of the parents by their ids, each id once. The result has no entry for a
     * parent whose id is null or unknown; nothing is loaded if all ids are null.
     *
     * @param id returns the id by which a parent refers to its value
     * @param load returns values by these ids
     */
    public static <P, T> Map<P, T> load(
            List<P> parents,
            Function<P, @Nullable String> id,
            Function<Collection<String>, Map<String, T>> load) {
        var ids = parents.stream().flatMap(parent -> Stream.ofNullable(id.apply(parent)));
        var distinctIds = ids.distinct().toList();
        if (distinctIds.isEmpty()) {
            return Map.of();
        }
        var found = load.apply(distinctIds);
        var values = new HashMap<P, T>();
        for (var parent : parents) {
            var key = id.apply(parent);
            var value = key == null ? null : found.get(key);
            if (value != null) {
                values.put(parent, value);
            }
        }
        return values;
    }
}
