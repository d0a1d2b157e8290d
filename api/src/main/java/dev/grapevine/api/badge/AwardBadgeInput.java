package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.AwardBadge;

import org.jspecify.annotations.Nullable;

/** Input of {@code awardBadge}. */
record AwardBadgeInput(
        String customer, String badgeId, @Nullable String note, String idempotencyKey) {

    AwardBadge command() {
        return new AwardBadge(customer, badgeId, note);
    }
}
