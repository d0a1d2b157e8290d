package dev.grapevine.graph.badge;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a badge to be awarded by hand.
 *
 * @param note why, at most 500 characters
 */
public record AwardBadge(String customerId, String badgeId, @Nullable String note) {}
