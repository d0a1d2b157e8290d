package dev.grapevine.api.earning;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.earning.Simulation;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of drafts to try. */
record StartRuleSimulationPayload(@Nullable Simulation simulation, List<Refusal> userErrors) {

    static StartRuleSimulationPayload of(Outcome<Simulation> outcome) {
        var answer = Answer.to(outcome);
        return new StartRuleSimulationPayload(answer.value(), answer.userErrors());
    }
}
