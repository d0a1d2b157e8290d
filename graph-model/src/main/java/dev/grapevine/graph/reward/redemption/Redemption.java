package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.reward.CancellationPolicy;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * A customer got a reward for points.
 *
 * @param id {@code red_…}
 * @param state name of a {@link State}
 * @param cost what was paid
 * @param currency code of the currency that it was paid in
 * @param cancellation name of the {@link CancellationPolicy} that the reward promised
 * @param couponCode the coupon that was handed out; nobody else gets it, even if the redemption is
 *     cancelled
 * @param couponKey the reward's id and the code, joined by a bar: unique
 * @param entryId the entry that paid for it
 * @param redeemedBy the caller who asked for it
 * @param refundEntryId the entry that gave the points back
 */
public record Redemption(
        String id,
        String brandId,
        String customerId,
        String rewardId,
        String state,
        long cost,
        String currency,
        String cancellation,
        @Nullable String couponCode,
        @Nullable String couponKey,
        String entryId,
        String redeemedBy,
        OffsetDateTime redeemedAt,
        @Nullable String refundEntryId,
        @Nullable String cancelledBy,
        @Nullable String cancelReason,
        @Nullable OffsetDateTime cancelledAt) {

    /** Whether a redemption stands. */
    public enum State {
        REDEEMED,
        CANCELLED
    }

    /** The place among the redemptions of the customer. */
    public Cursor cursor() {
        return Cursor.at(redeemedAt, id);
    }

    boolean isCancelled() {
        return State.CANCELLED.name().equals(state);
    }
}
