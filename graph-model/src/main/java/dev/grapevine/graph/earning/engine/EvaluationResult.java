package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What came of an activity.
 *
 * @param pointsEffects points, by rule, in the order in which they were worked out
 * @param badgeEffects badges
 * @param badgeMatches the badges that have looked at it
 * @param traces what became of each rule that listens to the kind; empty unless asked for
 */
public record EvaluationResult(
        ActivityFacts activity,
        List<PointsEffect> pointsEffects,
        List<BadgeEffect> badgeEffects,
        List<BadgeMatch> badgeMatches,
        List<RuleTrace> traces) {

    /**
     * A badge has looked at the activity.
     *
     * @param periodKey within what it is measured: a period or a contribution; empty for all time
     */
    public record BadgeMatch(String badgeKey, String periodKey) {}

    /**
     * Points that a rule gives, or takes.
     *
     * @param amount not 0
     * @param calculation how it was worked out, a sentence for each step
     */
    public record PointsEffect(
            String ruleVersionId,
            String ruleKey,
            String ruleName,
            String currency,
            long amount,
            List<String> calculation) {}

    /**
     * A badge that is earned.
     *
     * @param badgeKey the badge
     * @param level number of the level, from 0 on
     * @param periodKey the period or the contribution for which it is earned; empty for once and
     *     all
     * @param measure what was measured
     * @param ruleVersionId the rule that awards it; null if its own criteria do
     */
    public record BadgeEffect(
            String badgeKey,
            int level,
            String periodKey,
            long measure,
            @Nullable String ruleVersionId) {}

    /**
     * What became of a rule.
     *
     * @param amount points that it gives in the end
     * @param reasons in English: why it did not fire, or what cut it
     */
    public record RuleTrace(
            String ruleVersionId,
            String ruleKey,
            boolean hasFired,
            long amount,
            List<String> reasons) {}
}
