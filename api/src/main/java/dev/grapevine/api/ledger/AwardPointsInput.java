package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.AwardPoints;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Input of {@code awardPoints}. */
record AwardPointsInput(
        String customer,
        String currency,
        long amount,
        String reason,
        @Nullable String source,
        @Nullable String causedBy,
        @Nullable OffsetDateTime occurredAt,
        @Nullable OffsetDateTime availableAt,
        boolean awaitsConfirmation,
        @Nullable OffsetDateTime expiresAt,
        String idempotencyKey) {

    AwardPoints command() {
        return new AwardPoints(
                customer,
                currency,
                amount,
                reason,
                source,
                causedBy,
                occurredAt,
                availableAt,
                awaitsConfirmation,
                expiresAt);
    }
}
