package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.reward.Reward;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code createReward}. */
record CreateRewardPayload(@Nullable Reward reward, List<Rejection> userErrors, boolean isReplay) {

    static CreateRewardPayload of(Result<Reward> result) {
        var payloadData = PayloadData.to(result);
        return new CreateRewardPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
