package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Budgets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of rules' budgets, under their locks. What an activity was given before is its own
 * to keep: it is not asked for again.
 */
final class LockedBudgets implements Budgets {

    private final Map<String, Long> left = new HashMap<>();
    private final Map<String, Long> before = new HashMap<>();

    /**
     * @param left by the ids of the rules' versions
     */
    LockedBudgets(Map<String, Long> left) {
        this.left.putAll(left);
    }

    /** Gets to know what an activity was given before. */
    void know(String activityId, String ruleVersionId, long amount) {
        if (amount > 0 && left.containsKey(ruleVersionId)) {
            before.put(activityId + "|" + ruleVersionId, amount);
        }
    }

    @Override
    public long take(String activityId, String ruleVersionId, long wanted) {
        var had = before.getOrDefault(activityId + "|" + ruleVersionId, 0L);
        before.remove(activityId + "|" + ruleVersionId);
        var there = had + left.getOrDefault(ruleVersionId, 0L);
        var taken = Math.min(wanted, Math.max(0, there));
        left.merge(ruleVersionId, had - taken, Long::sum);
        return taken;
    }

    /** Gives back what activities had that do not get it any more. */
    void giveBackTheRest() {
        before.forEach(
                (key, amount) ->
                        left.merge(key.substring(key.indexOf('|') + 1), amount, Long::sum));
        before.clear();
    }

    /** What is left, to be stored. */
    List<Map<String, Object>> rows() {
        return left.entrySet().stream()
                .map(
                        budget ->
                                Map.<String, Object>of(
                                        "key", budget.getKey(), "left", budget.getValue()))
                .toList();
    }
}
