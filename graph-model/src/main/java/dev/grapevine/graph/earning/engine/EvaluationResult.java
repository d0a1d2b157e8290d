package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Result of the evaluation of an activity.
 *
 * @param activity evaluated activity
 * @param pointsEffects points by rule, in the order of evaluation
 * @param badgeEffects earned badges
 * @param badgeMatches badges whose criteria counted the activity
 * @param traces trace of each rule of the activity kind; empty unless requested
 */
public record EvaluationResult(
        ActivityFacts activity,
        List<PointsEffect> pointsEffects,
        List<BadgeEffect> badgeEffects,
        List<BadgeMatch> badgeMatches,
        List<RuleTrace> traces) {

    /**
     * Badge whose criteria counted the activity.
     *
     * @param periodKey period or contribution of the measure; empty for all time
     */
    public record BadgeMatch(String badgeKey, String periodKey) {}

    /**
     * Points that a rule gives, or takes if they are negative.
     *
     * @param amount points, not 0
     * @param calculation calculation of the amount, a sentence for each step
     */
    public record PointsEffect(
            String ruleVersionId,
            String ruleKey,
            String ruleName,
            String currency,
            long amount,
            List<String> calculation) {}

    /**
     * Earned level of a badge.
     *
     * @param badgeKey key of the badge
     * @param level index of the level, from 0
     * @param periodKey period or contribution for which the level is earned; empty for a badge that
     *     is earned once
     * @param measure measure that reached the level
     * @param ruleVersionId version of the awarding rule; null if the criteria of the badge are met
     */
    public record BadgeEffect(
            String badgeKey,
            int level,
            String periodKey,
            long measure,
            @Nullable String ruleVersionId) {}

    /**
     * Trace of a rule.
     *
     * @param hasFired true if the rule fired
     * @param amount points after all bounds
     * @param reasons English sentences: the calculation, or why the rule did not fire
     */
    public record RuleTrace(
            String ruleVersionId,
            String ruleKey,
            boolean hasFired,
            long amount,
            List<String> reasons) {}
}
