package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.CaptureHold;

import org.jspecify.annotations.Nullable;

/** A purchase that is made with points set aside. */
record CaptureHoldInput(String holdId, @Nullable Long amount, String idempotencyKey) {

    CaptureHold command() {
        return new CaptureHold(holdId, amount);
    }
}
