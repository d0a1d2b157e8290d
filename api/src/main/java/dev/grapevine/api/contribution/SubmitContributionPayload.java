package dev.grapevine.api.contribution;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.contribution.Contribution;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a contribution to submit. */
record SubmitContributionPayload(
        @Nullable Contribution contribution, List<Refusal> userErrors, boolean isReplay) {

    static SubmitContributionPayload of(Outcome<Contribution> outcome) {
        var answer = Answer.to(outcome);
        return new SubmitContributionPayload(
                answer.value(), answer.userErrors(), answer.isReplay());
    }
}
