package dev.grapevine.graph.badge;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a new badge.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}
 * @param name 1 to 100 characters
 * @param description at most 500 characters
 * @param kind kind of activity to count; with it a threshold is needed
 * @param threshold 1 to 1,000,000
 */
public record DefineBadge(
        String key,
        String name,
        @Nullable String description,
        @Nullable String kind,
        @Nullable Long threshold) {}
