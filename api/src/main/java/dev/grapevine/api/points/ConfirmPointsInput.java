package dev.grapevine.api.points;

import dev.grapevine.graph.points.ConfirmPoints;

/** Points that no longer have to wait. */
record ConfirmPointsInput(String entryId, String idempotencyKey) {

    ConfirmPoints command() {
        return new ConfirmPoints(entryId);
    }
}
