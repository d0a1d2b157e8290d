package dev.grapevine.api.engagement;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of activities to record. */
record RecordActivitiesPayload(@Nullable List<ActivityResult> results, List<Refusal> userErrors) {

    /** What became of one activity. */
    record ActivityResult(@Nullable Activity activity, List<Refusal> userErrors, boolean isReplay) {

        static ActivityResult of(Outcome<Activity> outcome) {
            var answer = Answer.to(outcome);
            return new ActivityResult(answer.value(), answer.userErrors(), answer.isReplay());
        }
    }

    static RecordActivitiesPayload of(Outcome<List<Outcome<Activity>>> outcome) {
        var answer = Answer.to(outcome.map(each -> each.stream().map(ActivityResult::of).toList()));
        return new RecordActivitiesPayload(answer.value(), answer.userErrors());
    }
}
