package dev.grapevine.api.contribution;

import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.StampContribution;

/** An answer of the brand. */
record SetContributionStatusInput(
        String contribution, ContributionStatus status, String text, String idempotencyKey) {

    StampContribution command() {
        return new StampContribution(contribution, status, text);
    }
}
