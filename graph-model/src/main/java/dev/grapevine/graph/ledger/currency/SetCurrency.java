package dev.grapevine.graph.ledger.currency;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.PointsLedger;

import org.jspecify.annotations.Nullable;

/**
 * Command to create a currency, or to replace its rules for points earned afterwards.
 *
 * @param code 1 to 32 of {@code a-z 0-9 _ -}, beginning with a letter
 * @param name 1 to 100 characters
 * @param expiryDays 1 to 36,500; required for ROLLING and INACTIVITY, otherwise null
 * @param expiryPeriod required for PERIOD_END, otherwise null
 * @param dailyTransferLimit 1 to {@link PointsLedger#MAX_AMOUNT}, or null for no limit
 * @param expiryFrom for ROLLING and PERIOD_END, null for EFFECTIVE; otherwise null
 */
public record SetCurrency(
        String code,
        String name,
        Currency.Expiry expiry,
        @Nullable Integer expiryDays,
        Currency.@Nullable Period expiryPeriod,
        boolean isTransferable,
        @Nullable Long dailyTransferLimit,
        Currency.NegativeBalancePolicy negativeBalancePolicy,
        @Nullable EntryTime expiryFrom)
        implements Command {

    /** Creates a command for a currency whose expiry counts from the effective time. */
    public SetCurrency(
            String code,
            String name,
            Currency.Expiry expiry,
            @Nullable Integer expiryDays,
            Currency.@Nullable Period expiryPeriod,
            boolean isTransferable,
            @Nullable Long dailyTransferLimit,
            Currency.NegativeBalancePolicy negativeBalancePolicy) {
        this(
                code,
                name,
                expiry,
                expiryDays,
                expiryPeriod,
                isTransferable,
                dailyTransferLimit,
                negativeBalancePolicy,
                null);
    }

    /** Returns true if each credit has an expiry of its own, which counts from a time. */
    boolean expiresByCredit() {
        return expiry == Currency.Expiry.ROLLING || expiry == Currency.Expiry.PERIOD_END;
    }

    @Override
    public String operation() {
        return "setCurrency";
    }
}
