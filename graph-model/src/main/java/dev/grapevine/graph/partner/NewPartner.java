package dev.grapevine.graph.partner;

import org.jspecify.annotations.Nullable;

/**
 * A partner who has just been registered.
 *
 * @param apiKey the key, which cannot be read again; null when the answer is a replay
 */
public record NewPartner(Partner partner, @Nullable String apiKey) {}
