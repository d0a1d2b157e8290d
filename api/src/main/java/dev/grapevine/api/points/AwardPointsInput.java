package dev.grapevine.api.points;

import dev.grapevine.graph.points.AwardPoints;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Points to give. */
record AwardPointsInput(
        String customerId,
        long amount,
        String reason,
        @Nullable OffsetDateTime occurredAt,
        String idempotencyKey) {

    AwardPoints command() {
        return new AwardPoints(customerId, amount, reason, occurredAt);
    }
}
