package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * Reward of a brand's catalogue, redeemed for points.
 *
 * @param id {@code rwd_…}
 * @param brandKey brand id and reward key, joined by a bar: unique in the graph
 * @param key short name, unique in the brand
 * @param currency code of the currency of the cost
 * @param cost points per redemption, at least 1
 * @param stock units left: supplied minus the redemptions that are not cancelled; null for
 *     unlimited stock
 * @param supplied units ever put in stock; null for unlimited stock
 * @param limitPerCustomer maximum number of redemptions per customer that are not cancelled; null
 *     for no limit
 * @param validFrom start of the validity, inclusive; null for no start
 * @param validUntil end of the validity, exclusive; null for no end
 * @param minimumBalance balance required before a redemption; null for none
 * @param badgeId id of the badge that the customer must have; null for none
 * @param cancellationPolicy name of a {@link CancellationPolicy}
 * @param issuesCoupons true if each redemption issues a coupon code
 * @param couponsAdded number of coupons added, and number of the last one
 * @param couponsTaken number of coupons issued, in the order of their numbers
 * @param retiredAt time at which the reward was retired; null if it can be redeemed
 */
@Node("Reward")
public record Reward(
        @Id String id,
        String brandId,
        String brandKey,
        String key,
        String name,
        @Nullable String description,
        String currency,
        long cost,
        @Nullable Long stock,
        @Nullable Long supplied,
        @Nullable Long limitPerCustomer,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validUntil,
        @Nullable Long minimumBalance,
        @Nullable String badgeId,
        String cancellationPolicy,
        boolean issuesCoupons,
        long couponsAdded,
        long couponsTaken,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime retiredAt) {

    /** Returns the unique key of a reward in the graph. */
    static String brandKey(String brandId, String key) {
        return brandId + "|" + key;
    }

    /** Returns the number of coupons left; null if the reward issues none. */
    public @Nullable Long couponsLeft() {
        return issuesCoupons ? couponsAdded - couponsTaken : null;
    }

    /** Returns the cursor in the list of the brand's rewards. */
    public Cursor cursor() {
        return Cursor.at(createdAt, id);
    }

    public boolean isOutOfStock() {
        return stock != null && stock < 1;
    }

    public boolean isOutOfCoupons() {
        return issuesCoupons && couponsTaken >= couponsAdded;
    }
}
