package dev.grapevine.api.earning;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.earning.SimulatedActivity;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What would come of an activity, or why it would be refused. */
record SimulateActivityPayload(
        @Nullable SimulatedActivity simulatedActivity, List<Refusal> userErrors) {

    static SimulateActivityPayload of(Outcome<SimulatedActivity> outcome) {
        var answer = Answer.to(outcome);
        return new SimulateActivityPayload(answer.value(), answer.userErrors());
    }
}
