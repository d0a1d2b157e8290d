package dev.grapevine.graph.earning;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Level of a badge that the activities of a customer earn.
 *
 * @param level index of the level, from 0
 * @param periodKey period or contribution for which the level is earned; empty for a badge that is
 *     earned once
 * @param measure measure that reached the level
 * @param activityId activity that earned the level
 * @param ruleVersionId version of the awarding rule; null if the criteria of the badge are met
 * @param earnedAt time of occurrence of that activity
 */
public record EarnedBadge(
        String customerId,
        String badgeKey,
        int level,
        String periodKey,
        long measure,
        String activityId,
        @Nullable String ruleVersionId,
        OffsetDateTime earnedAt) {}
