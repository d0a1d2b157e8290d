package dev.grapevine.api.activity;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code cancelActivity}. */
record CancelActivityPayload(
        @Nullable Activity activity, List<Rejection> userErrors, boolean isReplay) {

    static CancelActivityPayload of(Result<Activity> result) {
        var payloadData = PayloadData.to(result);
        return new CancelActivityPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
