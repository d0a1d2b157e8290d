package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.reward.Redemption;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a redemption to cancel. */
record CancelRedemptionPayload(
        @Nullable Redemption redemption, List<Refusal> userErrors, boolean isReplay) {

    static CancelRedemptionPayload of(Outcome<Redemption> outcome) {
        var answer = Answer.to(outcome);
        return new CancelRedemptionPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
