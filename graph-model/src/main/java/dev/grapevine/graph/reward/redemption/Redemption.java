package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.reward.CancellationPolicy;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Redemption of a reward by a customer.
 *
 * @param id {@code red_…}
 * @param state name of a {@link State}
 * @param cost points paid
 * @param currency code of the currency of the cost
 * @param cancellationPolicy name of the reward's {@link CancellationPolicy}
 * @param couponCode issued coupon code, which is never issued again; null if the reward issues none
 * @param couponKey reward id and coupon code, joined by a bar: unique in the graph
 * @param entryId id of the entry that paid for the redemption
 * @param redeemedBy id of the caller who redeemed the reward
 * @param refundEntryId id of the entry that returned the points; null if none did
 * @param cancelledBy id of the caller who cancelled the redemption; null if not cancelled
 */
public record Redemption(
        String id,
        String brandId,
        String customerId,
        String rewardId,
        String state,
        long cost,
        String currency,
        String cancellationPolicy,
        @Nullable String couponCode,
        @Nullable String couponKey,
        String entryId,
        String redeemedBy,
        OffsetDateTime redeemedAt,
        @Nullable String refundEntryId,
        @Nullable String cancelledBy,
        @Nullable String cancellationReason,
        @Nullable OffsetDateTime cancelledAt) {

    /** State of a redemption. */
    public enum State {
        ACTIVE,
        CANCELLED
    }

    /** Returns the cursor in the list of the customer's redemptions. */
    public Cursor cursor() {
        return Cursor.at(redeemedAt, id);
    }

    boolean isCancelled() {
        return State.CANCELLED.name().equals(state);
    }
}
