package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.SetCurrency;

import org.jspecify.annotations.Nullable;

/** Input of {@code setCurrency}. */
public record SetCurrencyInput(
        String brand,
        String code,
        String name,
        Currency.Expiry expiry,
        @Nullable Integer expiryDays,
        Currency.@Nullable Period expiryPeriod,
        boolean isTransferable,
        @Nullable Long dailyTransferLimit,
        Currency.NegativeBalancePolicy negativeBalancePolicy,
        String idempotencyKey) {

    public SetCurrency command() {
        return new SetCurrency(
                code,
                name,
                expiry,
                expiryDays,
                expiryPeriod,
                isTransferable,
                dailyTransferLimit,
                negativeBalancePolicy);
    }
}
