package dev.grapevine.api.contribution;

import dev.grapevine.graph.contribution.VoteForContribution;

/** A vote. */
record VoteForContributionInput(
        String customerId, String contributionId, boolean isAgainst, String idempotencyKey) {

    VoteForContribution command() {
        return new VoteForContribution(customerId, contributionId, isAgainst);
    }
}
