package dev.grapevine.graph.engagement;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Engagement score of a customer in a time range. Cancelled activities and campaign-only kinds do
 * not count.
 *
 * @param score Σ over actions (count × weight of the action) + active days × weight of an active
 *     day
 * @param activeDays number of UTC days with at least one counted activity
 * @param lastActiveAt time of occurrence of the latest counted activity; null if none
 * @param byKind counts of the counted kinds, most frequent first
 * @param byAction contributions of the definition's actions to the score, in the order of the
 *     definition
 * @param definition definition version of the calculation
 */
public record EngagementScore(
        long score,
        int activeDays,
        @Nullable OffsetDateTime lastActiveAt,
        List<KindCount> byKind,
        List<ActionScore> byAction,
        EngagementDefinition definition) {

    /**
     * Count of activities of a kind.
     *
     * @param kind activity kind
     * @param count number of activities
     * @param quantity sum of the quantities
     */
    public record KindCount(String kind, long count, long quantity) {}

    /**
     * Contribution of an action to the score.
     *
     * @param action name of the action
     * @param count number of activities that count as the action
     * @param weight points of the score per activity
     * @param points count × weight
     */
    public record ActionScore(String action, long count, long weight, long points) {}
}
