package dev.grapevine.api.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers a field of many parents at once, as {@code @BatchMapping} wants it. */
public final class Batch {

    private Batch() {}

    /**
     * Loads what the parents point to by its id, each once, and hands it to them; a parent whose id
     * finds nothing gets nothing.
     *
     * @param id the id by which a parent points to what it is answered
     * @param load finds values by their ids, or by the ids of their parents
     */
    public static <P, T> Map<P, T> load(
            List<P> parents,
            Function<P, String> id,
            Function<Collection<String>, Map<String, T>> load) {
        var found = load.apply(parents.stream().map(id).distinct().toList());
        var answers = new HashMap<P, T>();
        for (var parent : parents) {
            var value = found.get(id.apply(parent));
            if (value != null) {
                answers.put(parent, value);
            }
        }
        return answers;
    }
}
