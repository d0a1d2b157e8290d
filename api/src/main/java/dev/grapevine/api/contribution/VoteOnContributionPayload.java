package dev.grapevine.api.contribution;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.contribution.Contribution;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code voteOnContribution}. */
record VoteOnContributionPayload(
        @Nullable Contribution contribution, List<Rejection> userErrors, boolean isReplay) {

    static VoteOnContributionPayload of(Result<Contribution> result) {
        var payloadData = PayloadData.to(result);
        return new VoteOnContributionPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
