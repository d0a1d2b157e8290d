package dev.grapevine.graph.engagement;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * How engaged a customer was in a window of time. What was withdrawn and kinds that belong to
 * campaigns do not count.
 *
 * @param score Σ over actions (count × the action's weight) + active days × the definition's weight
 *     of an active day
 * @param activeDays UTC days with at least one activity that counts
 * @param lastActiveAt when the latest of them happened
 * @param byKind how often each kind that counts happened, most frequent first
 * @param byAction what each action of the definition came to, in its order
 * @param definition the version that the score is by
 */
public record EngagementScore(
        long score,
        int activeDays,
        @Nullable OffsetDateTime lastActiveAt,
        List<KindCount> byKind,
        List<ActionScore> byAction,
        EngagementDefinition definition) {

    /**
     * How often a kind of activity happened.
     *
     * @param kind kind of activity
     * @param count how many
     * @param quantity the sum of their quantities
     */
    public record KindCount(String kind, long count, long quantity) {}

    /**
     * What an action came to.
     *
     * @param action the action's name
     * @param count how many activities counted as it
     * @param weight what one of them adds to the score
     * @param points count × weight
     */
    public record ActionScore(String action, long count, long weight, long points) {}
}
