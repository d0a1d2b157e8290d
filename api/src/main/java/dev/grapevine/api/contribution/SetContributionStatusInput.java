package dev.grapevine.api.contribution;

import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.SetContributionStatus;

/** Input of {@code setContributionStatus}. */
record SetContributionStatusInput(
        String contribution, ContributionStatus status, String text, String idempotencyKey) {

    SetContributionStatus command() {
        return new SetContributionStatus(contribution, status, text);
    }
}
