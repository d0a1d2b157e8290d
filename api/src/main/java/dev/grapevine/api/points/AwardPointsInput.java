package dev.grapevine.api.points;

import dev.grapevine.graph.points.AwardPoints;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Points to give. */
record AwardPointsInput(
        String customerId, long amount, String reason, @Nullable OffsetDateTime occurredAt, String idempotencyKey) {

    AwardPoints command() {
        return new AwardPoints(customerId, amount, reason, occurredAt);
    }
}
