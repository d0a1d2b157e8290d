package dev.grapevine.graph.earning;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * A badge that a customer's activities have earned.
 *
 * @param level number of the level, from 0 on
 * @param periodKey the period or the contribution for which it is earned; empty for once and all
 * @param measure what was measured
 * @param activityId the activity that earned it
 * @param ruleVersionId the version of the rule that awards it; null if its own criteria do
 * @param earnedAt when the activity happened
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
