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
 * Remaining budgets of rules. Points that a rule gave for an activity before stay reserved for that
 * pair, and count against the budget only once.
 */
public final class RemainingBudgets implements BudgetSource {

    private final Map<String, Long> left = new HashMap<>();
    private final Map<String, Long> reservations = new HashMap<>();

    /**
     * @param left remaining points by id of the rule version
     */
    public RemainingBudgets(Map<String, Long> left) {
        this.left.putAll(left);
    }

    /** Returns empty budgets: rules give only what they gave before. */
    public static RemainingBudgets used(Collection<Rule> rules) {
        var used = new RemainingBudgets(Map.of());
        rules.forEach(rule -> used.left.put(rule.versionId(), 0L));
        return used;
    }

    /** Adds the full budgets of rules that have no entry yet. */
    public RemainingBudgets and(Collection<Rule> rules) {
        for (var rule : rules) {
            if (rule.spec().budget() != null) {
                left.putIfAbsent(rule.versionId(), rule.spec().budget());
            }
        }
        return this;
    }

    /** Reserves the points that rules gave before for the same activities. */
    public RemainingBudgets granted(List<PostedEffect> posted) {
        for (var effect : posted) {
            if (effect.amount() > 0 && left.containsKey(effect.ruleVersionId())) {
                reservations.put(
                        effect.activityId() + "|" + effect.ruleVersionId(), effect.amount());
            }
        }
        return this;
    }

    @Override
    public long reserve(String activityId, String ruleVersionId, long requested) {
        var reserved = reservations.getOrDefault(activityId + "|" + ruleVersionId, 0L);
        reservations.remove(activityId + "|" + ruleVersionId);
        var available = reserved + Objects.requireNonNull(left.get(ruleVersionId), ruleVersionId);
        var granted = Math.min(requested, Math.max(0, available));
        left.merge(ruleVersionId, reserved - granted, Long::sum);
        return granted;
    }

    /** Adds the reserved points that were not used to the budgets again. */
    void releaseRest() {
        reservations.forEach(
                (key, amount) ->
                        left.merge(key.substring(key.indexOf('|') + 1), amount, Long::sum));
        reservations.clear();
    }

    /** Returns the remaining points by id of the rule version. */
    public Map<String, Long> left() {
        return left;
    }
}
