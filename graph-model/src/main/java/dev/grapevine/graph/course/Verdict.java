package dev.grapevine.graph.course;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What came of an activity.
 *
 * @param gains points, by rule, in the order in which they were worked out
 * @param honours badges
 * @param counted the badges that have looked at it
 * @param findings what became of each rule that listens to the kind; empty unless asked for
 */
public record Verdict(
        Happening happening,
        List<Gain> gains,
        List<Honour> honours,
        List<Counted> counted,
        List<Finding> findings) {

    /**
     * A badge has looked at the activity.
     *
     * @param partition within what it is measured: a period or a contribution; empty for all time
     */
    public record Counted(String badgeKey, String partition) {}

    /**
     * Points that a rule gives, or takes.
     *
     * @param amount not 0
     * @param working how it was worked out, a sentence for each step
     */
    public record Gain(
            String ruleVersionId,
            String ruleKey,
            String ruleName,
            String currency,
            long amount,
            List<String> working) {}

    /**
     * A badge that is earned.
     *
     * @param badgeKey the badge
     * @param level number of the level, from 0 on
     * @param scope the period or the contribution for which it is earned; empty for once and all
     * @param measure what was measured
     * @param ruleVersionId the rule that awards it; null if its own criteria do
     */
    public record Honour(
            String badgeKey,
            int level,
            String scope,
            long measure,
            @Nullable String ruleVersionId) {}

    /**
     * What became of a rule.
     *
     * @param amount points that it gives in the end
     * @param reasons in English: why it did not fire, or what cut it
     */
    public record Finding(
            String ruleVersionId,
            String ruleKey,
            boolean hasFired,
            long amount,
            List<String> reasons) {}
}
