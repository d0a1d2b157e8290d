package dev.grapevine.api.engagement;

import dev.grapevine.graph.engagement.WithdrawActivity;

/** An activity that did not happen after all. */
record CancelActivityInput(String activity, String reason, String idempotencyKey) {

    WithdrawActivity command() {
        return new WithdrawActivity(activity, reason);
    }
}
