package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.redemption.RedeemReward;

/** Input of {@code redeemReward}. */
record RedeemRewardInput(String rewardId, String customer, String idempotencyKey) {

    RedeemReward command() {
        return new RedeemReward(rewardId, customer);
    }
}
