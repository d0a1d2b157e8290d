package dev.grapevine.graph.kernel.command;

import dev.grapevine.graph.kernel.Texts;

import java.util.List;
import java.util.Locale;

/**
 * Rejection of a reference to a node that does not exist or that belongs to a brand which the
 * caller may not see; the two cases are indistinguishable.
 *
 * @param noun type of the node, for example {@code Customer} or {@code BadgeAward}
 * @param key id or key in the input
 * @param path path of the input field
 */
public record NotFound(String noun, String key, List<String> path) implements Rejection {

    public NotFound(String noun, String key, String field) {
        this(noun, key, List.of(field));
    }

    @Override
    public String code() {
        return noun.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_NOT_FOUND";
    }

    @Override
    public String message() {
        return noun + " '" + Texts.shortened(key, 60) + "' does not exist.";
    }
}
