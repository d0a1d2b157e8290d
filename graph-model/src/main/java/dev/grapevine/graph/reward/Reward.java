package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;

/**
 * Something that customers of a brand get for their points.
 *
 * @param id {@code rwd_…}
 * @param brandKey the brand's id and the reward's key, joined by a bar: unique
 * @param key the reward's short name, unique in the brand
 * @param currency code of the currency that it costs
 * @param cost at least 1
 * @param stock how many are left; null for no end. Always supplied minus the redemptions that were
 *     not cancelled
 * @param supplied how many were ever put in stock; null for no end
 * @param limitPerCustomer how many redemptions of one customer may stand; null for any number
 * @param validFrom from when on it can be redeemed; null for at once
 * @param validUntil until when, exclusive; null for no end
 * @param minimumBalance what the customer's wallet must hold before the redemption
 * @param badgeId badge that the customer must have
 * @param cancellation name of a {@link CancellationPolicy}
 * @param issuesCoupons whether each redemption gets a coupon code of its own
 * @param couponsAdded how many coupons it was given; they are numbered from 1 to here
 * @param couponsTaken how many of them were handed out, in the order of their numbers
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
        String cancellation,
        boolean issuesCoupons,
        long couponsAdded,
        long couponsTaken,
        OffsetDateTime definedAt,
        @Nullable OffsetDateTime retiredAt) {

    static String brandKey(String brandId, String key) {
        return brandId + "|" + key;
    }

    /** How many coupons are left; null if it hands out none. */
    public @Nullable Long couponsLeft() {
        return issuesCoupons ? couponsAdded - couponsTaken : null;
    }

    /** The place among the rewards of the brand. */
    public Cursor cursor() {
        return Cursor.at(definedAt, id);
    }

    /** Whether each redemption takes something of which there is a certain number. */
    boolean isScarce() {
        return stock != null || issuesCoupons;
    }

    public boolean isOutOfStock() {
        return stock != null && stock < 1;
    }

    public boolean isOutOfCoupons() {
        return issuesCoupons && couponsTaken >= couponsAdded;
    }
}
