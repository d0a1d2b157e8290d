package dev.grapevine.graph.engagement;

import org.jspecify.annotations.Nullable;

/**
 * Reference to a version of a brand's definition.
 *
 * @param key key of the definition
 * @param version number of the version; null for the latest
 */
public record DefinitionVersion(String key, @Nullable Integer version) {

    /** Creates a reference to the latest version at the time of the query. */
    public static DefinitionVersion latest(String key) {
        return new DefinitionVersion(key, null);
    }
}
