package dev.grapevine.graph.activity;

import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * Position of an activity in the history of its customer, unique there.
 *
 * @param at time of occurrence
 * @param key tie-breaker of equal times, compared by {@link String#compareTo}
 */
public record ActivityPosition(OffsetDateTime at, String key)
        implements Comparable<ActivityPosition> {

    private static final Comparator<ActivityPosition> ORDER =
            Comparator.comparing(ActivityPosition::at, OffsetDateTime.timeLineOrder())
                    .thenComparing(ActivityPosition::key);

    @Override
    public int compareTo(ActivityPosition other) {
        return ORDER.compare(this, other);
    }
}
