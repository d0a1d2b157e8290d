package dev.grapevine.api.points;

import dev.grapevine.graph.points.TransferPoints;

/** Points to give to another customer. */
record TransferPointsInput(
        String fromCustomerId,
        String toCustomerId,
        String currency,
        long amount,
        String reason,
        String idempotencyKey) {

    TransferPoints command() {
        return new TransferPoints(fromCustomerId, toCustomerId, currency, amount, reason);
    }
}
