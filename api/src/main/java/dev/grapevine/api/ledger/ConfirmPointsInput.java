package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.ConfirmPoints;

/** Input of {@code confirmPoints}. */
record ConfirmPointsInput(String entryId, String idempotencyKey) {

    ConfirmPoints command() {
        return new ConfirmPoints(entryId);
    }
}
