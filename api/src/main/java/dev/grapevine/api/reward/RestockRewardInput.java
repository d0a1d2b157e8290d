package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.RestockReward;

/** Input of {@code restockReward}. */
record RestockRewardInput(String rewardId, long amount, String idempotencyKey) {

    RestockReward command() {
        return new RestockReward(rewardId, amount);
    }
}
