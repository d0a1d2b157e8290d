package dev.grapevine.api.engagement;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of an activity to withdraw. */
record WithdrawActivityPayload(
        @Nullable Activity activity, List<Refusal> userErrors, boolean isReplay) {

    static WithdrawActivityPayload of(Outcome<Activity> outcome) {
        var answer = Answer.to(outcome);
        return new WithdrawActivityPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
