package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.ConfirmPoints;

/** Points that no longer have to wait. */
record ConfirmPointsInput(String entryId, String idempotencyKey) {

    ConfirmPoints command() {
        return new ConfirmPoints(entryId);
    }
}
