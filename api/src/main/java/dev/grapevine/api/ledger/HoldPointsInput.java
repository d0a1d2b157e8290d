package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.HoldPoints;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Input of {@code holdPoints}. */
record HoldPointsInput(
        String customer,
        String currency,
        long amount,
        String reason,
        @Nullable String source,
        @Nullable OffsetDateTime expiresAt,
        String idempotencyKey) {

    HoldPoints command() {
        return new HoldPoints(customer, currency, amount, reason, source, expiresAt);
    }
}
