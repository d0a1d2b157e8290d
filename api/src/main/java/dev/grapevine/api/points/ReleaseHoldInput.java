package dev.grapevine.api.points;

import dev.grapevine.graph.points.ReleaseHold;

/** A purchase that is not made. */
record ReleaseHoldInput(String holdId, String idempotencyKey) {

    ReleaseHold command() {
        return new ReleaseHold(holdId);
    }
}
