package dev.grapevine.graph.earning.simulation;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The history of a brand gone over again, with drafts.
 *
 * @param id {@code sim_…}
 * @param done how many customers have been gone over
 * @param customers how many there are
 * @param activities how many activities have been gone over
 * @param totals the differences in all, by currency
 * @param failure why it was given up; null if it was not
 */
public record RuleSimulation(
        String id,
        String brandId,
        State state,
        long done,
        long customers,
        long activities,
        List<Total> totals,
        @Nullable String failure,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {

    /** How far it has come. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * What rules gave and would give in one currency.
     *
     * @param before what they gave by the published rules
     * @param after what they would give
     * @param customers how many would have more or less
     */
    public record Total(String currency, long before, long after, long customers) {}

    /** What one customer would have more or less. */
    public record Difference(String customerId, String currency, long before, long after) {}
}
