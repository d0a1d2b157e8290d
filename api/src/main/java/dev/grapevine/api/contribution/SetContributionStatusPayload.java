package dev.grapevine.api.contribution;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.contribution.StatusStamp;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of an answer. */
record SetContributionStatusPayload(
        @Nullable StatusStamp statusChange, List<Refusal> userErrors, boolean isReplay) {

    static SetContributionStatusPayload of(Outcome<StatusStamp> outcome) {
        var answer = Answer.to(outcome);
        return new SetContributionStatusPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
