package dev.grapevine.graph.engagement;

import org.jspecify.annotations.Nullable;

/**
 * Which version of a brand's definition is meant.
 *
 * @param key the definition's short name
 * @param version its number; null for the latest
 */
public record DefinitionVersion(String key, @Nullable Integer version) {

    /** The latest version, whichever that is when the question is answered. */
    public static DefinitionVersion latest(String key) {
        return new DefinitionVersion(key, null);
    }
}
