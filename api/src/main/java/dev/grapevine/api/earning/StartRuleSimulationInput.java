package dev.grapevine.api.earning;

import dev.grapevine.graph.earning.simulation.StartRuleSimulation;

import java.time.OffsetDateTime;
import java.util.List;

/** Input of {@code startRuleSimulation}. */
record StartRuleSimulationInput(
        String brand, List<String> drafts, OffsetDateTime from, OffsetDateTime until) {

    StartRuleSimulation command() {
        return new StartRuleSimulation(drafts, from, until);
    }
}
