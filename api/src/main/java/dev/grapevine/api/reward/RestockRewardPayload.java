package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.reward.Reward;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code restockReward}. */
record RestockRewardPayload(@Nullable Reward reward, List<Rejection> userErrors, boolean isReplay) {

    static RestockRewardPayload of(Result<Reward> result) {
        var payloadData = PayloadData.to(result);
        return new RestockRewardPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
