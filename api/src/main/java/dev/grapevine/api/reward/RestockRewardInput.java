package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.RestockReward;

/** A reward to restock. */
record RestockRewardInput(String rewardId, long amount, String idempotencyKey) {

    RestockReward command() {
        return new RestockReward(rewardId, amount);
    }
}
