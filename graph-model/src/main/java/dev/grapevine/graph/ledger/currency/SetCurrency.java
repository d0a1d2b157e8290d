package dev.grapevine.graph.ledger.currency;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a currency to be defined, or its rules to be changed for what is earned from then on.
 *
 * @param code 1 to 32 of {@code a-z 0-9 _ -}, beginning with a letter
 * @param name 1 to 100 characters
 * @param expiryDays 1 to 36,500; for ROLLING and INACTIVITY, and only for these
 * @param expiryPeriod for PERIOD_END, and only for it
 * @param dailyTransferLimit 1 to {@link PointsLedger#MAX_AMOUNT}, or null for no limit
 */
public record SetCurrency(
        String code,
        String name,
        Currency.Expiry expiry,
        @Nullable Integer expiryDays,
        Currency.@Nullable Period expiryPeriod,
        boolean isTransferable,
        @Nullable Long dailyTransferLimit,
        Currency.NegativeBalancePolicy negativeBalancePolicy)
        implements Command {
    @Override
    public String operation() {
        return "createCurrency";
    }
}
