package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.RetireReward;

/** Input of {@code retireReward}. */
record RetireRewardInput(String rewardId, String idempotencyKey) {

    RetireReward command() {
        return new RetireReward(rewardId);
    }
}
