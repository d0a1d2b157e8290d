package dev.grapevine.api.earning;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.earning.Simulation;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of drafts to try. */
record SimulateRulesPayload(@Nullable Simulation simulation, List<Refusal> userErrors) {

    static SimulateRulesPayload of(Outcome<Simulation> outcome) {
        var answer = Answer.to(outcome);
        return new SimulateRulesPayload(answer.value(), answer.userErrors());
    }
}
