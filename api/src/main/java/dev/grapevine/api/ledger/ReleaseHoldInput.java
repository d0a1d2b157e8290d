package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.ReleaseHold;

/** Input of {@code releaseHold}. */
record ReleaseHoldInput(String holdId, String idempotencyKey) {

    ReleaseHold command() {
        return new ReleaseHold(holdId);
    }
}
