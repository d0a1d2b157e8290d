package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.AwardBadge;

import org.jspecify.annotations.Nullable;

/** A badge to award by hand. */
record AwardBadgeInput(
        String customer, String badgeId, @Nullable String note, String idempotencyKey) {

    AwardBadge command() {
        return new AwardBadge(customer, badgeId, note);
    }
}
