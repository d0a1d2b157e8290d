package dev.grapevine.api.points;

import dev.grapevine.graph.points.RedeemPoints;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Points to spend. */
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
