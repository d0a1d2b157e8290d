package dev.grapevine.api.contribution;

import dev.grapevine.graph.contribution.VoteForContribution;

/** Input of {@code voteForContribution}. */
record VoteForContributionInput(
        String customer, String contribution, boolean isAgainst, String idempotencyKey) {

    VoteForContribution command() {
        return new VoteForContribution(customer, contribution, isAgainst);
    }
}
