package dev.grapevine.api.points;

import dev.grapevine.graph.points.HoldPoints;

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

    HoldPoints command() {
        return new HoldPoints(customer, currency, amount, reason, source, expiresAt);
    }
}
