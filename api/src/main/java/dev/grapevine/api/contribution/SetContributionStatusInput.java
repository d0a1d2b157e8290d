package dev.grapevine.api.contribution;

import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.SetContributionStatus;

/** An answer of the brand. */
record SetContributionStatusInput(
        String contribution, ContributionStatus status, String text, String idempotencyKey) {

    SetContributionStatus command() {
        return new SetContributionStatus(contribution, status, text);
    }
}
