package dev.grapevine.api.contribution;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.contribution.StatusStamp;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of an answer. */
record StampContributionPayload(
        @Nullable StatusStamp stamp, List<Refusal> userErrors, boolean isReplay) {

    static StampContributionPayload of(Outcome<StatusStamp> outcome) {
        var answer = Answer.to(outcome);
        return new StampContributionPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
