package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.AdjustPoints;

/** Input of {@code adjustPoints}. */
record AdjustPointsInput(
        String customer, String currency, long amount, String reason, String idempotencyKey) {

    AdjustPoints command() {
        return new AdjustPoints(customer, currency, amount, reason);
    }
}
