package dev.grapevine.api.activity;

import dev.grapevine.graph.activity.CancelActivity;

/** Input of {@code cancelActivity}. */
record CancelActivityInput(String activity, String reason, String idempotencyKey) {

    CancelActivity command() {
        return new CancelActivity(activity, reason);
    }
}
