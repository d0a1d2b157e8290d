package dev.grapevine.api.activity;

import dev.grapevine.graph.activity.CancelActivity;

/** An activity that did not happen after all. */
record CancelActivityInput(String activity, String reason, String idempotencyKey) {

    CancelActivity command() {
        return new CancelActivity(activity, reason);
    }
}
