package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Limits the points of rules by the caps of the rule, the caps of the brand, the budget of the
 * rule, and the floors of the brand, in this order, and stores the net sums per period. An excess
 * over a cap is stored with its sum: negative points reduce the excess first. Points that a later
 * bound cuts off do not use up the cap.
 */
final class CapApplier {

    private static final String TOTAL = "total|";

    private final ActivityFacts facts;
    private final LocalTimes localTimes;
    private final Counters counters;
    private final BudgetSource budgetSource;

    CapApplier(
            ActivityFacts facts,
            LocalTimes localTimes,
            Counters counters,
            BudgetSource budgetSource) {
        this.facts = facts;
        this.localTimes = localTimes;
        this.counters = counters;
        this.budgetSource = budgetSource;
    }

    /**
     * Cap with its effect on an amount.
     *
     * @param name name of the counter of the net sum
     * @param before net sum of the period so far, including the excess over the cap
     * @param requested amount before the cap
     */
    private record CapState(
            String name, Period period, long slot, long max, long before, long requested) {

        long allowed() {
            return Math.min(Counters.plus(before, requested), max) - Math.min(before, max);
        }

        long after(long given) {
            return given == allowed()
                    ? Counters.plus(before, requested)
                    : Math.min(before, max) + given;
        }
    }

    /**
     * Applies all bounds to an amount and returns the rest.
     *
     * @param amount requested points, not 0
     * @param calculation sentences of the calculation; each reduction adds one
     */
    long apply(
            ConfigRevision revision,
            Rule rule,
            String currency,
            long amount,
            List<String> calculation) {
        var left = amount;
        var states = new ArrayList<CapState>(2);
        for (var cap : rule.spec().caps()) {
            if (!isRedundant(cap, rule.spec().caps())) {
                var state = capState(rule, cap, left);
                states.add(state);
                left = explained(state, ": the rule gives at most ", calculation);
            }
        }
        for (var limit : revision.limits().entrySet()) {
            if (concerns(limit.getValue(), EarningLimit.Type.CAP, rule, currency)) {
                var state = capState(limit, left);
                states.add(state);
                var cause = " by the limit " + limit.getKey() + ": at most ";
                left = explained(state, cause, calculation);
            }
        }
        if (left > 0 && rule.spec().budget() != null) {
            left = applyBudget(rule, left, calculation);
        }
        for (var limit : revision.limits().entrySet()) {
            if (left < 0 && concerns(limit.getValue(), EarningLimit.Type.FLOOR, rule, currency)) {
                left = applyFloor(limit, currency, left, calculation);
            }
        }
        for (var state : states) {
            counters.removeBefore(state.name(), state.slot());
            counters.series(state.name()).put(state.slot(), state.after(left));
        }
        counters.add(TOTAL + currency, Counters.ONLY, left);
        return left;
    }

    /** Returns true if a lower cap has the same period. */
    private static boolean isRedundant(Cap cap, List<Cap> caps) {
        for (var other : caps) {
            if (other.period() == cap.period() && other.max() < cap.max()) {
                return true;
            }
        }
        return false;
    }

    private static boolean concerns(
            EarningLimit limit, EarningLimit.Type type, Rule rule, String currency) {
        return limit.type() == type && limit.concerns(rule.key(), currency);
    }

    private CapState capState(Rule rule, Cap cap, long amount) {
        var name = "cap|" + rule.key() + "|" + cap.period();
        return capState(name, cap.period(), rule.spec().timeZone(), amount, cap.max());
    }

    private CapState capState(Map.Entry<String, EarningLimit> entry, long amount) {
        var limit = entry.getValue();
        var name = "limit|" + entry.getKey() + "|" + limit.period();
        return capState(name, limit.period(), limit.timeZone(), amount, limit.amount());
    }

    private CapState capState(String name, Period period, String timeZone, long amount, long max) {
        var slot = period.slot(localTimes.day(timeZone));
        var before = counters.series(name).getOrDefault(slot, 0L);
        return new CapState(name, period, slot, max, before, amount);
    }

    private static long explained(CapState state, String cause, List<String> calculation) {
        var left = state.allowed();
        if (left != state.requested()) {
            calculation.add(
                    "Reduced to "
                            + left
                            + cause
                            + state.max()
                            + " "
                            + state.period().description());
        }
        return left;
    }

    private long applyBudget(Rule rule, long amount, List<String> calculation) {
        var left = budgetSource.reserve(facts.activityId(), rule.versionId(), amount);
        if (left != amount) {
            calculation.add(
                    "Reduced to "
                            + left
                            + ": the rule's budget is "
                            + rule.spec().budget()
                            + " in all");
        }
        return left;
    }

    private long applyFloor(
            Map.Entry<String, EarningLimit> entry,
            String currency,
            long amount,
            List<String> calculation) {
        var room = counters.get(TOTAL + currency, Counters.ONLY) - entry.getValue().amount();
        var left = Math.max(amount, -Math.max(0, room));
        if (left != amount) {
            calculation.add(
                    "Reduced to "
                            + left
                            + " by the floor "
                            + entry.getKey()
                            + ": never below "
                            + entry.getValue().amount());
        }
        return left;
    }
}
