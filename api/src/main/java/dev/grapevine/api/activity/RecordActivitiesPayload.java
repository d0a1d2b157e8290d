package dev.grapevine.api.activity;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of activities to record. */
record RecordActivitiesPayload(@Nullable List<ActivityResult> results, List<Rejection> userErrors) {

    /** What became of one activity. */
    record ActivityResult(
            @Nullable Activity activity, List<Rejection> userErrors, boolean isReplay) {

        static ActivityResult of(Result<Activity> result) {
            var payloadData = PayloadData.to(result);
            return new ActivityResult(
                    payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
        }
    }

    static RecordActivitiesPayload of(Result<List<Result<Activity>>> result) {
        var payloadData =
                PayloadData.to(result.map(each -> each.stream().map(ActivityResult::of).toList()));
        return new RecordActivitiesPayload(payloadData.value(), payloadData.userErrors());
    }
}
