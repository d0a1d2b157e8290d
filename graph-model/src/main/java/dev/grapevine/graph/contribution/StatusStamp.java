package dev.grapevine.graph.contribution;

import java.time.OffsetDateTime;

/**
 * The brand's answer to a contribution.
 *
 * @param id {@code stp_…}
 * @param status where the contribution stands from now on
 * @param text what the brand says to whoever gave it
 * @param stampedBy the caller who gave the answer
 */
public record StatusStamp(
        String id,
        String contributionId,
        ContributionStatus status,
        String text,
        String stampedBy,
        OffsetDateTime stampedAt) {}
