package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * A customer has a badge.
 *
 * @param id {@code bda_…}
 * @param reason name of a {@link Reason}: why the customer has it
 * @param count activities of the badge's kind when the threshold was reached; null if it was
 *     awarded by hand
 * @param note what whoever awarded it by hand wrote
 * @param awardedBy the caller who awarded it by hand; {@code grapevine} for a threshold
 */
public record BadgeAward(
        String id,
        String brandId,
        String customerId,
        String badgeId,
        String reason,
        @Nullable Long count,
        @Nullable String note,
        String awardedBy,
        OffsetDateTime awardedAt) {

    /** Why a badge was awarded. */
    public enum Reason {
        THRESHOLD_REACHED,
        BY_HAND
    }

    /** What makes an award unique: each customer has a badge once. */
    static String key(String customerId, String badgeId) {
        return customerId + "|" + badgeId;
    }

    /**
     * Whether the award is honoured, so that it may be certified to others. No award can be taken
     * back so far; once one can, this is where it says so.
     */
    public boolean stands() {
        return true;
    }

    /** The place among the badges of the customer. */
    public Cursor cursor() {
        return Cursor.at(awardedAt, id);
    }
}
