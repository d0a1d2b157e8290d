package dev.grapevine.api.earning;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.earning.simulation.RuleSimulation;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code startRuleSimulation}. */
record StartRuleSimulationPayload(@Nullable RuleSimulation simulation, List<Rejection> userErrors) {

    static StartRuleSimulationPayload of(Result<RuleSimulation> result) {
        var payloadData = PayloadData.to(result);
        return new StartRuleSimulationPayload(payloadData.value(), payloadData.userErrors());
    }
}
