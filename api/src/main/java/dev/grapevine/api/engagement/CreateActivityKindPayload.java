package dev.grapevine.api.engagement;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.engagement.ActivityKind;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a kind of activity to define. */
record CreateActivityKindPayload(
        @Nullable ActivityKind activityKind, List<Refusal> userErrors, boolean isReplay) {

    static CreateActivityKindPayload of(Outcome<ActivityKind> outcome) {
        var answer = Answer.to(outcome);
        return new CreateActivityKindPayload(
                answer.value(), answer.userErrors(), answer.isReplay());
    }
}
