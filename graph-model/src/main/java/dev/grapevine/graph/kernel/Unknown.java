package dev.grapevine.graph.kernel;

import java.util.List;

/**
 * Something that a command names does not exist, or belongs to a brand that the caller may not see: the two answer alike.
 *
 * @param noun what was looked for, for example {@code Customer}
 * @param key the id or key that was given
 * @param field the input field that gave it
 */
public record Unknown(String noun, String key, String field) implements Refusal {

    @Override
    public String code() {
        return "UNKNOWN_" + noun.toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public String message() {
        return noun + " '" + key + "' does not exist.";
    }

    @Override
    public List<String> path() {
        return List.of(field);
    }
}
