package dev.grapevine.graph.earning;

import dev.grapevine.graph.earning.engine.BudgetSource;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.ledger.RuleEffects.PostedEffect;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is left of rules' budgets. What an activity was given before is its own to keep: it is not
 * asked for again.
 */
public final class RemainingBudgets implements BudgetSource {

    private final Map<String, Long> left = new HashMap<>();
    private final Map<String, Long> before = new HashMap<>();

    /**
     * @param left by the ids of the rules' versions
     */
    public RemainingBudgets(Map<String, Long> left) {
        this.left.putAll(left);
    }

    /** Nothing is left: who was given something has it, and nobody gets more. */
    public static RemainingBudgets used(Collection<Rule> rules) {
        var used = new RemainingBudgets(Map.of());
        rules.forEach(rule -> used.left.put(rule.versionId(), 0L));
        return used;
    }

    /** Adds the whole budgets of rules that are not known yet. */
    public RemainingBudgets and(Collection<Rule> rules) {
        for (var rule : rules) {
            if (rule.spec().budget() != null) {
                left.putIfAbsent(rule.versionId(), rule.spec().budget());
            }
        }
        return this;
    }

    /** Gets to know what activities were given before. */
    public RemainingBudgets granted(List<PostedEffect> postedEffect) {
        for (var one : postedEffect) {
            if (one.amount() > 0 && left.containsKey(one.ruleVersionId())) {
                before.put(one.activityId() + "|" + one.ruleVersionId(), one.amount());
            }
        }
        return this;
    }

    @Override
    public long reserve(String activityId, String ruleVersionId, long wanted) {
        var had = before.getOrDefault(activityId + "|" + ruleVersionId, 0L);
        before.remove(activityId + "|" + ruleVersionId);
        var there = had + Objects.requireNonNull(left.get(ruleVersionId), ruleVersionId);
        var taken = Math.min(wanted, Math.max(0, there));
        left.merge(ruleVersionId, had - taken, Long::sum);
        return taken;
    }

    /** Gives back what activities had that do not get it any more. */
    void releaseRest() {
        before.forEach(
                (key, amount) ->
                        left.merge(key.substring(key.indexOf('|') + 1), amount, Long::sum));
        before.clear();
    }

    /** What is left, by the ids of the rules' versions. */
    public Map<String, Long> left() {
        return left;
    }
}
