package dev.grapevine.graph.activity;

import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * The place of an activity among those of its customer: no two have the same.
 *
 * @param at when it happened
 * @param key decides between those of the same moment, as {@link String#compareTo} does
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
