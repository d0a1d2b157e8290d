package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.RedeemPoints;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Input of {@code redeemPoints}. */
record RedeemPointsInput(
        String customer,
        String currency,
        long amount,
        String reason,
        @Nullable String source,
        @Nullable OffsetDateTime occurredAt,
        String idempotencyKey) {

    RedeemPoints command() {
        return new RedeemPoints(customer, currency, amount, reason, source, occurredAt);
    }
}
