package dev.grapevine.graph.earning.simulation;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Reasons for which a simulation is rejected. */
enum SimulationRejection implements NamedRejection {
    TOO_MANY_SIMULATIONS(
            RuleSimulationJobs.MAX_RUNNING
                    + " simulations are running, the maximum; start another one after one has"
                    + " ended.",
            "brand");

    private final String message;
    private final String field;

    SimulationRejection(String message, String field) {
        this.message = message;
        this.field = field;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String field() {
        return field;
    }
}
