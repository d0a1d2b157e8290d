package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Command to redeem points of a customer.
 *
 * @param currency code of the currency
 * @param amount 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param reason 1 to 200 characters, shown to the customer
 * @param source as in {@link AwardPoints}
 * @param occurredAt time of the event behind the redemption; null for now
 */
public record RedeemPoints(
        String customer,
        String currency,
        long amount,
        String reason,
        @Nullable String source,
        @Nullable OffsetDateTime occurredAt)
        implements Command {

    /** Creates a redemption of standard points. */
    public RedeemPoints(
            String customer, long amount, String reason, @Nullable OffsetDateTime occurredAt) {
        this(customer, Currency.STANDARD, amount, reason, null, occurredAt);
    }

    @Override
    public String operation() {
        return "redeemPoints";
    }
}
