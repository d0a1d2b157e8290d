package dev.grapevine.graph.earning;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Trying rules before they are published. Nothing here writes anything. */
public interface Simulations {

    /**
     * What would come of an activity, if it were recorded now; of the budgets of rules it gets what
     * is left. Refusals: as of recording it, {@code RULE_NOT_FOUND}, {@code INVALID_INPUT}.
     */
    Outcome<SimulatedActivity> simulate(Caller caller, String brandKey, SimulateActivity command);

    /**
     * Begins to go over the history of a brand with drafts in force for what happened in a time, as
     * a job that goes on in this process. Published rules have of their budgets what they gave,
     * drafts all of theirs, in the order in which customers are gone over. Without drafts it shows
     * what the published rules give. Refusals: {@code BRAND_NOT_FOUND}, {@code RULE_NOT_FOUND}, {@code
     * INVALID_INPUT}, {@code TOO_MANY_SIMULATIONS}.
     */
    Outcome<Simulation> simulate(Caller caller, String brandKey, SimulateRules command);

    /** The simulations with these ids that the caller may see, by id; forgotten after a day. */
    Map<String, Simulation> byIds(Caller caller, Collection<String> ids);

    /**
     * The differences by customer, the largest first; empty while it runs.
     *
     * @param from how many to leave out
     */
    List<Simulation.Difference> differences(String simulationId, int from, int most);

    /** The number of all differences; 0 while the simulation runs. */
    int countDifferences(String simulationId);
}
