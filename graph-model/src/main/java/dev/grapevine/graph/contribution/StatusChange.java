package dev.grapevine.graph.contribution;

import java.time.OffsetDateTime;

/**
 * Status change of a contribution by the brand.
 *
 * @param id {@code stc_…}
 * @param status name of a {@link ContributionStatus}: the status from this change on
 * @param text comment of the brand to the author
 * @param changedBy id of the caller who set the status
 */
public record StatusChange(
        String id,
        String contributionId,
        String status,
        String text,
        String changedBy,
        OffsetDateTime changedAt) {}
