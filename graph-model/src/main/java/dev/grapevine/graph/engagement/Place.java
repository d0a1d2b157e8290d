package dev.grapevine.graph.engagement;

import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * The place of an activity among those of its customer: no two have the same.
 *
 * @param at when it happened
 * @param key decides between those of the same moment, as {@link String#compareTo} does
 */
public record Place(OffsetDateTime at, String key) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::at, OffsetDateTime.timeLineOrder())
                    .thenComparing(Place::key);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
