package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Asks for a new reward.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}
 * @param name 1 to 100 characters; the reason of the entry that pays for it
 * @param description at most 500 characters
 * @param currency code of one of the brand's currencies
 * @param cost 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param stock 0 to {@link Rewards#MAX_STOCK}; null for no end
 * @param limitPerCustomer 1 to 1,000,000; null for any number
 * @param validUntil after {@code validFrom}
 * @param minimumBalance 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param badge key of a badge of the brand
 */
public record CreateReward(
        String key,
        String name,
        @Nullable String description,
        String currency,
        long cost,
        @Nullable Long stock,
        @Nullable Long limitPerCustomer,
        @Nullable OffsetDateTime validFrom,
        @Nullable OffsetDateTime validUntil,
        @Nullable Long minimumBalance,
        @Nullable String badge,
        CancellationPolicy cancellation,
        boolean issuesCoupons)
        implements Command {
    @Override
    public String operation() {
        return "createReward";
    }
}
