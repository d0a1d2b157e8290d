package dev.grapevine.graph.earning.simulation;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Simulation of draft rules over the history of a brand.
 *
 * @param id {@code sim_…}
 * @param evaluatedCustomers number of evaluated customers
 * @param customers number of customers of the brand
 * @param evaluatedActivities number of evaluated activities
 * @param totals sums over all customers by currency
 * @param failure reason of the failure; null unless the state is {@link State#FAILED}
 * @param startedAt start time
 * @param endedAt end time; null while running
 */
public record RuleSimulation(
        String id,
        String brandId,
        State state,
        long evaluatedCustomers,
        long customers,
        long evaluatedActivities,
        List<Total> totals,
        @Nullable String failure,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {

    /** State of a simulation. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * Points of all customers in one currency.
     *
     * @param before points by the published rules
     * @param after points with the drafts
     * @param changedCustomers number of customers with a difference
     */
    public record Total(String currency, long before, long after, long changedCustomers) {}

    /** Points of one customer in one currency that differ. */
    public record Difference(String customerId, String currency, long before, long after) {}
}
