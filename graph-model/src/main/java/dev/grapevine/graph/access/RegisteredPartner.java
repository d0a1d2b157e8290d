package dev.grapevine.graph.access;

import org.jspecify.annotations.Nullable;

/**
 * Result of a partner's registration.
 *
 * @param apiKey the issued key, which cannot be read again; null in a replayed result
 */
public record RegisteredPartner(Partner partner, @Nullable String apiKey) {}
