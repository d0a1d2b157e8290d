package dev.grapevine.api.contribution;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.contribution.Contribution;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code voteForContribution}. */
record VoteForContributionPayload(
        @Nullable Contribution contribution, List<Rejection> userErrors, boolean isReplay) {

    static VoteForContributionPayload of(Result<Contribution> result) {
        var payloadData = PayloadData.to(result);
        return new VoteForContributionPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
