package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.command.CaptureHold;

import org.jspecify.annotations.Nullable;

/** Input of {@code captureHold}. */
record CaptureHoldInput(String holdId, @Nullable Long amount, String idempotencyKey) {

    CaptureHold command() {
        return new CaptureHold(holdId, amount);
    }
}
