package dev.grapevine.api.activity;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code createActivityKind}. */
record CreateActivityKindPayload(
        @Nullable ActivityKind activityKind, List<Rejection> userErrors, boolean isReplay) {

    static CreateActivityKindPayload of(Result<ActivityKind> result) {
        var payloadData = PayloadData.to(result);
        return new CreateActivityKindPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
