package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.ConfigRevision.NamedLimit;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Limits the points of rules by the caps of the rule, the caps of the brand, the budget of the
 * rule, and the floors of the brand, in this order, and stores the net sums per period. A cap
 * bounds the sum of its period, so that the order of the activities in it does not matter: an
 * excess over the cap is stored with its sum, and negative points reduce the excess first. Points
 * that a later bound cuts off do not use up the cap.
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
     * @param source what sets the cap, in English
     * @param name name of the counter of the net sum
     * @param before net sum of the period so far, including the excess over the cap
     * @param requested amount before the cap
     */
    private record CapState(
            String source,
            String name,
            Period period,
            long slot,
            long max,
            long before,
            long requested) {

        long allowed() {
            return Math.min(Counters.plus(before, requested), max) - Math.min(before, max);
        }

        long after(long given) {
            return given == allowed()
                    ? Counters.plus(before, requested)
                    : Math.min(before, max) + given;
        }

        /** Returns how the cap changes the amount, a positive or a negative one. */
        String description() {
            var bound = max + " " + period.description();
            var cause =
                    requested > 0
                            ? "at most " + bound
                            : "the sum is %d above %s, which are deducted first"
                                    .formatted(before - max, bound);
            return "Reduced to %d by %s: %s".formatted(allowed(), source, cause);
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
                states.add(capState(rule, cap, left));
                left = explained(states.getLast(), calculation);
            }
        }
        for (var limit : revision.limits().entrySet()) {
            if (concerns(limit.getValue(), EarningLimit.Type.CAP, rule, currency)) {
                states.add(capState(limit, left));
                left = explained(states.getLast(), calculation);
            }
        }
        if (left > 0 && rule.spec().budget() != null) {
            left = applyBudget(rule, left, calculation);
        }
        for (var limit : revision.limits().values()) {
            if (left < 0 && concerns(limit, EarningLimit.Type.FLOOR, rule, currency)) {
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
            NamedLimit named, EarningLimit.Type type, Rule rule, String currency) {
        return named.limit().type() == type && named.limit().concerns(rule.key(), currency);
    }

    private CapState capState(Rule rule, Cap cap, long amount) {
        var name = "cap|" + rule.key() + "|" + cap.period();
        var zone = rule.spec().timeZone();
        return capState("the rule's cap", name, cap.period(), zone, amount, cap.max());
    }

    private CapState capState(Map.Entry<String, NamedLimit> entry, long amount) {
        var limit = entry.getValue().limit();
        return capState(
                "the limit “" + entry.getValue().name() + "”",
                "limit|" + entry.getKey() + "|" + limit.period(),
                limit.period(),
                limit.timeZone(),
                amount,
                limit.amount());
    }

    private CapState capState(
            String source, String name, Period period, String timeZone, long amount, long max) {
        var slot = period.slot(localTimes.day(timeZone));
        var before = counters.series(name).getOrDefault(slot, 0L);
        return new CapState(source, name, period, slot, max, before, amount);
    }

    private static long explained(CapState state, List<String> calculation) {
        var left = state.allowed();
        if (left != state.requested()) {
            calculation.add(state.description());
        }
        return left;
    }

    private long applyBudget(Rule rule, long amount, List<String> calculation) {
        var left = budgetSource.reserve(facts.activityId(), rule.versionId(), amount);
        if (left != amount) {
            calculation.add(
                    "Reduced to %d by the rule's budget: %d in all"
                            .formatted(left, rule.spec().budget()));
        }
        return left;
    }

    private long applyFloor(
            NamedLimit floor, String currency, long amount, List<String> calculation) {
        var min = floor.limit().amount();
        var room = counters.get(TOTAL + currency, Counters.ONLY) - min;
        var left = Math.max(amount, -Math.max(0, room));
        if (left != amount) {
            calculation.add(
                    "Reduced to %d by the limit “%s”: never below %d"
                            .formatted(left, floor.name(), min));
        }
        return left;
    }
}
