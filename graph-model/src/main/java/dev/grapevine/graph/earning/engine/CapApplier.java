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
 * Cuts what rules give by the rule's own caps, by the brand's caps on several rules, by the rule's
 * budget, and by floors, in this order. Keeps the net sums that this needs: what a cap itself cut
 * off must be made up for before what is taken away is felt, but what something else cut off was
 * never given and does not use up the cap.
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
     * A cap, and what it makes of an amount.
     *
     * @param name what its net sum is kept under
     * @param before the net sum of the stretch so far, with what the cap cut off
     */
    private record Net(String name, Period per, long slot, long most, long before, long wanted) {

        long left() {
            return Math.min(Counters.plus(before, wanted), most) - Math.min(before, most);
        }

        long after(long given) {
            return given == left() ? Counters.plus(before, wanted) : Math.min(before, most) + given;
        }
    }

    /**
     * What is left of an amount. Everything that is cut is told.
     *
     * @param amount not 0
     */
    long apply(
            ConfigRevision revision,
            Rule rule,
            String currency,
            long amount,
            List<String> working) {
        var left = amount;
        var nets = new ArrayList<Net>(2);
        for (var cap : rule.spec().caps()) {
            if (!isNeedless(cap, rule.spec().caps())) {
                var net = net(rule, cap, left);
                nets.add(net);
                left = explained(net, ": the rule gives at most ", working);
            }
        }
        for (var limit : revision.limits().entrySet()) {
            if (concerns(limit.getValue(), EarningLimit.Type.CAP, rule, currency)) {
                var net = net(limit, left);
                nets.add(net);
                left = explained(net, " by the limit " + limit.getKey() + ": at most ", working);
            }
        }
        if (left > 0 && rule.spec().budget() != null) {
            left = applyBudget(rule, left, working);
        }
        for (var limit : revision.limits().entrySet()) {
            if (left < 0 && concerns(limit.getValue(), EarningLimit.Type.FLOOR, rule, currency)) {
                left = applyFloor(limit, currency, left, working);
            }
        }
        for (var net : nets) {
            counters.removeBefore(net.name(), net.slot());
            counters.series(net.name()).put(net.slot(), net.after(left));
        }
        counters.add(TOTAL + currency, Counters.ONLY, left);
        return left;
    }

    /** Whether another cap on the same stretch is tighter. */
    private static boolean isNeedless(Cap cap, List<Cap> caps) {
        for (var other : caps) {
            if (other.per() == cap.per() && other.max() < cap.max()) {
                return true;
            }
        }
        return false;
    }

    private static boolean concerns(
            EarningLimit earningLimit, EarningLimit.Type type, Rule rule, String currency) {
        return earningLimit.type() == type && earningLimit.concerns(rule.key(), currency);
    }

    private Net net(Rule rule, Cap cap, long amount) {
        var name = "cap|" + rule.key() + "|" + cap.per();
        return net(name, cap.per(), rule.spec().timeZone(), amount, cap.max());
    }

    private Net net(Map.Entry<String, EarningLimit> entry, long amount) {
        var earningLimit = entry.getValue();
        var name = "limit|" + entry.getKey() + "|" + earningLimit.per();
        return net(
                name, earningLimit.per(), earningLimit.timeZone(), amount, earningLimit.amount());
    }

    private Net net(String name, Period period, String timeZone, long amount, long most) {
        var slot = period.slot(localTimes.day(timeZone));
        var before = counters.series(name).getOrDefault(slot, 0L);
        return new Net(name, period, slot, most, before, amount);
    }

    private static long explained(Net net, String cause, List<String> working) {
        var left = net.left();
        if (left != net.wanted()) {
            working.add("Cut to " + left + cause + net.most() + " " + net.per().description());
        }
        return left;
    }

    private long applyBudget(Rule rule, long amount, List<String> working) {
        var left = budgetSource.reserve(facts.activityId(), rule.versionId(), amount);
        if (left != amount) {
            working.add(
                    "Cut to "
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
            List<String> working) {
        var room = counters.get(TOTAL + currency, Counters.ONLY) - entry.getValue().amount();
        var left = Math.max(amount, -Math.max(0, room));
        if (left != amount) {
            working.add(
                    "Cut to "
                            + left
                            + " by the floor "
                            + entry.getKey()
                            + ": never below "
                            + entry.getValue().amount());
        }
        return left;
    }
}
