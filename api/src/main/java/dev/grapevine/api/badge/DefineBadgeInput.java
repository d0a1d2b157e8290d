package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.DefineBadge;

import org.jspecify.annotations.Nullable;

/** A badge to define. */
record DefineBadgeInput(
        String brand,
        String key,
        String name,
        @Nullable String description,
        @Nullable String kind,
        @Nullable Long threshold,
        String idempotencyKey) {

    DefineBadge command() {
        return new DefineBadge(key, name, description, kind, threshold);
    }
}
