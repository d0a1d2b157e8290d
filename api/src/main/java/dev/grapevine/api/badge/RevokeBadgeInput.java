package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.RevokeBadge;

/** Input of {@code revokeBadge}. */
record RevokeBadgeInput(String awardId, String reason, String idempotencyKey) {

    RevokeBadge command() {
        return new RevokeBadge(awardId, reason);
    }
}
