package dev.grapevine.api.points;

import dev.grapevine.graph.points.Currency;
import dev.grapevine.graph.points.DefineCurrency;

import org.jspecify.annotations.Nullable;

/** A currency to define. */
record SetCurrencyInput(
        String brand,
        String code,
        String name,
        Currency.Expiry expiry,
        @Nullable Integer expiryDays,
        Currency.@Nullable Period expiryPeriod,
        boolean isTransferable,
        @Nullable Long dailyTransferLimit,
        Currency.Shortfall shortfall,
        String idempotencyKey) {

    DefineCurrency command() {
        return new DefineCurrency(
                code,
                name,
                expiry,
                expiryDays,
                expiryPeriod,
                isTransferable,
                dailyTransferLimit,
                shortfall);
    }
}
