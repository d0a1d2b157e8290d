package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Cap;
import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Rule;

import java.util.List;
import java.util.Map;

/**
 * Cuts what rules give by the rule's own caps, by the brand's caps on several rules, by the rule's
 * budget, and by floors, in this order. Keeps the net sums that this needs.
 */
final class Cuts {

    private static final String TOTAL = "total|";

    private final Happening happening;
    private final Tallies tallies;
    private final Budgets budgets;

    Cuts(Happening happening, Tallies tallies, Budgets budgets) {
        this.happening = happening;
        this.tallies = tallies;
        this.budgets = budgets;
    }

    /**
     * What is left of an amount. Everything that is cut is told.
     *
     * @param amount not 0
     */
    long cut(Edition edition, Rule rule, String currency, long amount, List<String> working) {
        var left = amount;
        for (var cap : rule.spec().caps()) {
            left = byOwnCap(rule, cap, left, working);
        }
        for (var limit : edition.limits().entrySet()) {
            if (limit.getValue().concerns(rule.key(), currency)
                    && limit.getValue().type() == Limit.Type.CAP) {
                left = byCap(limit, left, working);
            }
        }
        if (left > 0 && rule.spec().budget() != null) {
            left = byBudget(rule, left, working);
        }
        for (var limit : edition.limits().entrySet()) {
            if (limit.getValue().concerns(rule.key(), currency)
                    && limit.getValue().type() == Limit.Type.FLOOR) {
                left = byFloor(limit, currency, left, working);
            }
        }
        tallies.add(TOTAL + currency, Tallies.ONLY, left);
        return left;
    }

    private long byOwnCap(Rule rule, Cap cap, long amount, List<String> working) {
        var slot = cap.per().slot(FigureKeeper.day(happening, rule.spec().timeZone()));
        var left = net("cap|" + rule.key() + "|" + cap.per(), slot, amount, cap.most());
        if (left != amount) {
            working.add(
                    "Cut to "
                            + left
                            + ": the rule gives at most "
                            + cap.most()
                            + " "
                            + cap.per().words());
        }
        return left;
    }

    private long byCap(Map.Entry<String, Limit> entry, long amount, List<String> working) {
        var limit = entry.getValue();
        var slot = limit.per().slot(FigureKeeper.day(happening, limit.timeZone()));
        var left = net("limit|" + entry.getKey(), slot, amount, limit.amount());
        if (left != amount) {
            working.add(
                    "Cut to "
                            + left
                            + " by the limit "
                            + entry.getKey()
                            + ": at most "
                            + limit.amount()
                            + " "
                            + limit.per().words());
        }
        return left;
    }

    /** Only the latest stretch is kept: activities come in their order. */
    private long net(String name, long slot, long amount, long most) {
        tallies.forgetBefore(name, slot);
        var before = tallies.get(name, Long.toString(slot));
        var after = tallies.add(name, Long.toString(slot), amount);
        return Math.min(after, most) - Math.min(before, most);
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
        if (amount >= 0) {
            return amount;
        }
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
