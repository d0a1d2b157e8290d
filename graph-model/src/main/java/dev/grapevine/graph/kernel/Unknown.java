package dev.grapevine.graph.kernel;

import java.util.List;
import java.util.Locale;

/**
 * Something that a command names does not exist, or belongs to a brand that the caller may not see:
 * the two answer alike.
 *
 * @param noun what was looked for, for example {@code Customer} or {@code BadgeAward}
 * @param key the id or key that was given
 * @param path the input field that gave it
 */
public record Unknown(String noun, String key, List<String> path) implements Refusal {

    public Unknown(String noun, String key, String field) {
        this(noun, key, List.of(field));
    }

    @Override
    public String code() {
        return noun.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_NOT_FOUND";
    }

    @Override
    public String message() {
        return noun + " '" + key + "' does not exist.";
    }
}
