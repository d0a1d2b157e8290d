package dev.grapevine.graph.access;

import org.jspecify.annotations.Nullable;

/**
 * A partner who has just been registered.
 *
 * @param apiKey the key, which cannot be read again; null when the answer is a replay
 */
public record RegisteredPartner(Partner partner, @Nullable String apiKey) {}
