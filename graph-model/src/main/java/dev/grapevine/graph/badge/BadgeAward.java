package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Award of a badge to a customer. After a cancellation or a late activity, an earned award is
 * updated to the activity, measure and time that earn it now.
 *
 * @param id {@code bda_…}
 * @param reason name of a {@link Reason}
 * @param level index of the badge's level, from 0
 * @param periodKey period or contribution for which a repeatable badge was earned; otherwise empty
 * @param measuredValue value of the badge's measure when the badge was earned; null for a manual
 *     award
 * @param activityId id of the activity that earned the badge; null for a manual award
 * @param ruleVersionId id of the rule version that awarded the badge; null if no rule did
 * @param note text of the caller who awarded the badge manually; null for an earned award
 * @param awardedBy id of the caller who awarded the badge manually; {@code grapevine} for an earned
 *     award
 * @param earnedAt time at which the activity that earned the badge occurred; for a manual award,
 *     the time of the award
 * @param revokedAt time of the revocation; null for an active award
 * @param revocationReason reason of the revocation; null for an active award
 */
public record BadgeAward(
        String id,
        String brandId,
        String customerId,
        String badgeId,
        String reason,
        int level,
        String periodKey,
        @Nullable Long measuredValue,
        @Nullable String activityId,
        @Nullable String ruleVersionId,
        @Nullable String note,
        String awardedBy,
        OffsetDateTime awardedAt,
        OffsetDateTime earnedAt,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revocationReason) {

    /** Reason of an award. */
    public enum Reason {
        /** The measure of the badge's criteria reached the threshold of a level. */
        THRESHOLD_REACHED,
        /** A rule awarded the badge. */
        RULE_FIRED,
        /** A caller awarded the badge. */
        MANUAL
    }

    /**
     * Returns the unique key of an award: at most one per customer, badge, level and period key. A
     * revoked award that a manual award replaced has its own id appended.
     */
    static String key(String customerId, String badgeId, int level, String periodKey) {
        return customerId
                + "|"
                + badgeId
                + (level == 0 ? "" : "|" + level)
                + (periodKey.isEmpty() ? "" : "|" + periodKey);
    }

    String key() {
        return key(customerId, badgeId, level, periodKey);
    }

    /** Returns true unless the award was revoked. */
    public boolean isActive() {
        return revokedAt == null;
    }

    /** Returns the cursor in the list of the customer's badges. */
    public Cursor cursor() {
        return Cursor.at(awardedAt, id);
    }
}
