package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.RetireReward;

/** A reward to retire. */
record RetireRewardInput(String rewardId, String idempotencyKey) {

    RetireReward command() {
        return new RetireReward(rewardId);
    }
}
