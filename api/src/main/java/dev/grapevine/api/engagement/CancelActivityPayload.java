package dev.grapevine.api.engagement;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of an activity to withdraw. */
record CancelActivityPayload(
        @Nullable Activity activity, List<Refusal> userErrors, boolean isReplay) {

    static CancelActivityPayload of(Outcome<Activity> outcome) {
        var answer = Answer.to(outcome);
        return new CancelActivityPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
