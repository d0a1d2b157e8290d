package dev.grapevine.graph.contribution;

import java.time.OffsetDateTime;

/**
 * The brand's answer to a contribution.
 *
 * @param id {@code stp_…}
 * @param status name of a {@link ContributionStatus}: where the contribution stands from now on
 * @param text what the brand says to whoever gave it
 * @param stampedBy the caller who gave the answer
 */
public record StatusChange(
        String id,
        String contributionId,
        String status,
        String text,
        String stampedBy,
        OffsetDateTime changedAt) {}
