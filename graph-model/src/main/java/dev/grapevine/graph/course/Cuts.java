package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Cap;
import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Per;
import dev.grapevine.graph.rule.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts what rules give by the rule's own caps, by the brand's caps on several rules, by the rule's
 * budget, and by floors, in this order. Keeps the net sums that this needs: what a cap itself cut
 * off must be made up for before what is taken away is felt, but what something else cut off was
 * never given and does not use up the cap.
 */
final class Cuts {

    private static final String TOTAL = "total|";

    private final Happening happening;
    private final Moment moment;
    private final Tallies tallies;
    private final Budgets budgets;

    Cuts(Happening happening, Moment moment, Tallies tallies, Budgets budgets) {
        this.happening = happening;
        this.moment = moment;
        this.tallies = tallies;
        this.budgets = budgets;
    }

    /**
     * A cap, and what it makes of an amount.
     *
     * @param name what its net sum is kept under
     * @param before the net sum of the stretch so far, with what the cap cut off
     */
    private record Net(String name, Per per, long slot, long most, long before, long wanted) {

        long left() {
            return Math.min(Tallies.plus(before, wanted), most) - Math.min(before, most);
        }

        long after(long given) {
            return given == left() ? Tallies.plus(before, wanted) : Math.min(before, most) + given;
        }
    }

    /**
     * What is left of an amount. Everything that is cut is told.
     *
     * @param amount not 0
     */
    long cut(Edition edition, Rule rule, String currency, long amount, List<String> working) {
        var left = amount;
        var nets = new ArrayList<Net>(2);
        for (var cap : rule.spec().caps()) {
            if (!isNeedless(cap, rule.spec().caps())) {
                var net = net(rule, cap, left);
                nets.add(net);
                left = told(net, ": the rule gives at most ", working);
            }
        }
        for (var limit : edition.limits().entrySet()) {
            if (concerns(limit.getValue(), Limit.Type.CAP, rule, currency)) {
                var net = net(limit, left);
                nets.add(net);
                left = told(net, " by the limit " + limit.getKey() + ": at most ", working);
            }
        }
        if (left > 0 && rule.spec().budget() != null) {
            left = byBudget(rule, left, working);
        }
        for (var limit : edition.limits().entrySet()) {
            if (left < 0 && concerns(limit.getValue(), Limit.Type.FLOOR, rule, currency)) {
                left = byFloor(limit, currency, left, working);
            }
        }
        for (var net : nets) {
            tallies.forgetBefore(net.name(), net.slot());
            tallies.stretches(net.name()).put(net.slot(), net.after(left));
        }
        tallies.add(TOTAL + currency, Tallies.ONLY, left);
        return left;
    }

    /** Whether another cap on the same stretch is tighter. */
    private static boolean isNeedless(Cap cap, List<Cap> caps) {
        for (var other : caps) {
            if (other.per() == cap.per() && other.most() < cap.most()) {
                return true;
            }
        }
        return false;
    }

    private static boolean concerns(Limit limit, Limit.Type type, Rule rule, String currency) {
        return limit.type() == type && limit.concerns(rule.key(), currency);
    }

    private Net net(Rule rule, Cap cap, long amount) {
        var name = "cap|" + rule.key() + "|" + cap.per();
        return net(name, cap.per(), rule.spec().timeZone(), amount, cap.most());
    }

    private Net net(Map.Entry<String, Limit> entry, long amount) {
        var limit = entry.getValue();
        var name = "limit|" + entry.getKey() + "|" + limit.per();
        return net(name, limit.per(), limit.timeZone(), amount, limit.amount());
    }

    private Net net(String name, Per per, String timeZone, long amount, long most) {
        var slot = per.slot(moment.day(timeZone));
        var before = tallies.stretches(name).getOrDefault(slot, 0L);
        return new Net(name, per, slot, most, before, amount);
    }

    private static long told(Net net, String cause, List<String> working) {
        var left = net.left();
        if (left != net.wanted()) {
            working.add("Cut to " + left + cause + net.most() + " " + net.per().words());
        }
        return left;
    }

    private long byBudget(Rule rule, long amount, List<String> working) {
        var left = budgets.take(happening.activityId(), rule.versionId(), amount);
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

    private long byFloor(
            Map.Entry<String, Limit> entry, String currency, long amount, List<String> working) {
        var room = tallies.get(TOTAL + currency, Tallies.ONLY) - entry.getValue().amount();
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
