package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.redemption.CancelRedemption;

/** A redemption to cancel. */
record CancelRedemptionInput(String redemptionId, String reason, String idempotencyKey) {

    CancelRedemption command() {
        return new CancelRedemption(redemptionId, reason);
    }
}
