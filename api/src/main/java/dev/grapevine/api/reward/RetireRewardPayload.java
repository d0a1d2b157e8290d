package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.reward.Reward;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code retireReward}. */
record RetireRewardPayload(@Nullable Reward reward, List<Rejection> userErrors, boolean isReplay) {

    static RetireRewardPayload of(Result<Reward> result) {
        var payloadData = PayloadData.to(result);
        return new RetireRewardPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
