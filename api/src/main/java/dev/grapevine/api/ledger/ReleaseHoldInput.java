package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.ReleaseHold;

/** A purchase that is not made. */
record ReleaseHoldInput(String holdId, String idempotencyKey) {

    ReleaseHold command() {
        return new ReleaseHold(holdId);
    }
}
