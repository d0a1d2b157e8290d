package dev.grapevine.api.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers a field of many parents at once, as {@code @BatchMapping} wants it. */
public final class BatchMappings {

    private BatchMappings() {}

    /**
     * Loads what the parents point to by its id, each once, and hands it to them; a parent without
     * an id, or whose id finds nothing, gets nothing. Asks nobody if no parent has an id.
     *
     * @param id the id by which a parent points to what it is answered
     * @param load finds values by their ids, or by the ids of their parents
     */
    public static <P, T> Map<P, T> load(
            List<P> parents,
            Function<P, @Nullable String> id,
            Function<Collection<String>, Map<String, T>> load) {
        var ids = parents.stream().flatMap(parent -> Stream.ofNullable(id.apply(parent)));
        var wanted = ids.distinct().toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var found = load.apply(wanted);
        var answers = new HashMap<P, T>();
        for (var parent : parents) {
            var own = id.apply(parent);
            var value = own == null ? null : found.get(own);
            if (value != null) {
                answers.put(parent, value);
            }
        }
        return answers;
    }
}
