package dev.grapevine.graph.engagement;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * How engaged a customer was in a window of time.
 *
 * @param score Σ over kinds (count × the brand's weight of the kind) + active days × the brand's
 *     weight of an active day
 * @param activeDays UTC days with at least one activity
 * @param lastActiveAt when the latest activity of the window happened
 * @param byKind how often each kind of activity happened, most frequent first
 */
public record EngagementScore(
        long score, int activeDays, @Nullable OffsetDateTime lastActiveAt, List<KindCount> byKind) {

    /**
     * How often a kind of activity happened.
     *
     * @param kind kind of activity
     * @param count how many
     * @param quantity the sum of their quantities
     */
    public record KindCount(String kind, long count, long quantity) {}
}
