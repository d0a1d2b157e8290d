package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Command to create a reward.
 *
 * @param key 2 to 40 characters of {@code a-z 0-9 -}, not beginning with a hyphen
 * @param name 1 to 100 characters; also the reason of the entries that pay for redemptions
 * @param description at most 500 characters
 * @param currency code of one of the brand's currencies
 * @param cost points per redemption, 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param stock 0 to {@link Rewards#MAX_STOCK}; null for unlimited stock
 * @param limitPerCustomer maximum number of redemptions per customer that are not cancelled, 1 to
 *     1,000,000; null for no limit
 * @param from start of the validity, inclusive; null for no start
 * @param until end of the validity, exclusive, after {@code from}; null for no end
 * @param minimumBalance balance required before a redemption, 1 to {@link PointsLedger#MAX_AMOUNT};
 *     null for none
 * @param badge key of the badge that the customer must have; null for none
 * @param issuesCoupons true if each redemption issues a coupon code
 */
public record CreateReward(
        String key,
        String name,
        @Nullable String description,
        String currency,
        long cost,
        @Nullable Long stock,
        @Nullable Long limitPerCustomer,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime until,
        @Nullable Long minimumBalance,
        @Nullable String badge,
        CancellationPolicy cancellationPolicy,
        boolean issuesCoupons)
        implements Command {
    @Override
    public String operation() {
        return "createReward";
    }
}
