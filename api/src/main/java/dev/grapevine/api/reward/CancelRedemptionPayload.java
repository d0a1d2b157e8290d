package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.reward.redemption.Redemption;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code cancelRedemption}. */
record CancelRedemptionPayload(
        @Nullable Redemption redemption, List<Rejection> userErrors, boolean isReplay) {

    static CancelRedemptionPayload of(Result<Redemption> result) {
        var payloadData = PayloadData.to(result);
        return new CancelRedemptionPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
