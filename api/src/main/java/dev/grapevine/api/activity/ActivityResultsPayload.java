package dev.grapevine.api.activity;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code recordActivities} or {@code cancelActivities}. */
record ActivityResultsPayload(@Nullable List<ActivityResult> results, List<Rejection> userErrors) {

    /** Result of one activity of the batch. */
    record ActivityResult(
            @Nullable Activity activity, List<Rejection> userErrors, boolean isReplay) {

        static ActivityResult of(Result<Activity> result) {
            var payloadData = PayloadData.to(result);
            return new ActivityResult(
                    payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
        }
    }

    static ActivityResultsPayload of(Result<List<Result<Activity>>> result) {
        var payloadData =
                PayloadData.to(
                        result.map(results -> results.stream().map(ActivityResult::of).toList()));
        return new ActivityResultsPayload(payloadData.value(), payloadData.userErrors());
    }
}
