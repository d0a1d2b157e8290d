package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.redemption.CancelRedemption;

/** Input of {@code cancelRedemption}. */
record CancelRedemptionInput(String redemptionId, String reason, String idempotencyKey) {

    CancelRedemption command() {
        return new CancelRedemption(redemptionId, reason);
    }
}
