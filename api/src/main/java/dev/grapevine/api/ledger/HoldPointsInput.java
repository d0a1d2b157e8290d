package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.PlaceHold;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Points to set aside. */
record HoldPointsInput(
        String customer,
        String currency,
        long amount,
        String reason,
        @Nullable String source,
        @Nullable OffsetDateTime expiresAt,
        String idempotencyKey) {

    PlaceHold command() {
        return new PlaceHold(customer, currency, amount, reason, source, expiresAt);
    }
}
