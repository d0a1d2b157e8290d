package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.RedeemReward;

/** A reward to redeem. */
record RedeemRewardInput(String rewardId, String customerId, String idempotencyKey) {

    RedeemReward command() {
        return new RedeemReward(rewardId, customerId);
    }
}
