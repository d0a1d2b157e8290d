package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * A customer has a badge.
 *
 * @param id {@code bda_…}
 * @param reason name of a {@link Reason}: why the customer has it
 * @param level number of the badge's level, from 0 on
 * @param periodKey the period or the contribution that it was earned for; empty for once and all
 * @param count what was measured when it was earned; null if it was awarded by hand
 * @param activityId the activity that earned it; null if it was awarded by hand
 * @param ruleVersionId the version of the rule that awarded it; null if no rule did
 * @param note what whoever awarded it by hand wrote
 * @param awardedBy the caller who awarded it by hand; {@code grapevine} for what was earned
 * @param earnedAt when the activity that earned it happened; when it was awarded by hand. Like the
 *     activity and the count it follows what earns the badge, when that is withdrawn or another
 *     comes late
 * @param revokedAt since when it does not count any more
 * @param revocationReason why not
 */
public record BadgeAward(
        String id,
        String brandId,
        String customerId,
        String badgeId,
        String reason,
        int level,
        String periodKey,
        @Nullable Long count,
        @Nullable String activityId,
        @Nullable String ruleVersionId,
        @Nullable String note,
        String awardedBy,
        OffsetDateTime awardedAt,
        OffsetDateTime earnedAt,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revocationReason) {

    /** Why a badge was awarded. */
    public enum Reason {
        THRESHOLD_REACHED,
        RULE_FIRED,
        MANUAL
    }

    /**
     * What makes an award unique: each customer has each level of a badge once for each scope. One
     * that does not stand and made way for an award by hand has its id behind it.
     */
    static String key(String customerId, String badgeId, int level, String scope) {
        return customerId
                + "|"
                + badgeId
                + (level == 0 ? "" : "|" + level)
                + (scope.isEmpty() ? "" : "|" + scope);
    }

    String key() {
        return key(customerId, badgeId, level, periodKey);
    }

    /** Whether the award is honoured, so that it may be certified to others. */
    public boolean isActive() {
        return revokedAt == null;
    }

    /** The place among the badges of the customer. */
    public Cursor cursor() {
        return Cursor.at(awardedAt, id);
    }
}
