package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Amount;
import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Expression;
import dev.grapevine.graph.rule.PointsEffect;
import dev.grapevine.graph.rule.Rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Works out the points of one activity: what each rule gives that fires, times what multiplies it,
 * rounded, cut by the limits. Caps are on the net of their stretch: what is given is what keeps
 * {@code min(most, sum so far)} true.
 */
final class Appraisal {

    /** The most points that one rule may give or take for one activity. */
    static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    private final Edition edition;
    private final Happening happening;
    private final Examination examination;
    private final Cuts cuts;
    private final List<Factor> factors;
    private final Map<String, List<Factor>> tiers;

    /**
     * @param tiers what tiers multiply by, by currency
     * @param fired the rules that have fired
     */
    Appraisal(
            Edition edition,
            Happening happening,
            Examination examination,
            Cuts cuts,
            List<Rule> fired,
            Map<String, List<Factor>> tiers) {
        this.edition = edition;
        this.happening = happening;
        this.examination = examination;
        this.cuts = cuts;
        factors = new ArrayList<>();
        for (var rule : fired) {
            var multiplier = rule.spec().multiplier();
            if (multiplier != null) {
                factors.add(
                        new Factor(
                                "rule " + rule.key(),
                                multiplier.factor(),
                                key -> multiplier.concerns(rule.key(), key)));
            }
        }
        this.tiers = tiers;
    }

    /**
     * Something that multiplies.
     *
     * @param from whose it is, in English
     * @param concerns whether it concerns the rule of a key
     */
    record Factor(String from, BigDecimal factor, Predicate<String> concerns) {}

    /** What a rule gives: nothing, or an amount and how it was worked out. */
    record Result(long amount, List<String> working) {}

    /** What a rule that has fired gives in the end. */
    Result of(Rule rule, PointsEffect effect) {
        var working = new ArrayList<String>();
        BigDecimal points;
        try {
            points = base(effect.amount(), working);
        } catch (Expression.Failed e) {
            working.add("The expression has no result: " + e.getMessage());
            return new Result(0, working);
        }
        if (!effect.isBonus()) {
            points = multiplied(rule, effect, points, working);
        }
        // Divided last: a third, times three, is one.
        var each = effect.amount() instanceof Amount.PerValue it ? it.each() : BigDecimal.ONE;
        var rounded = effect.rounding().divide(points, each);
        if (rounded.multiply(each).compareTo(points) != 0) {
            working.add("Rounded to " + rounded.toPlainString());
        }
        var amount = rounded.min(LARGEST).max(LARGEST.negate()).longValueExact();
        if (amount != 0) {
            amount = cuts.cut(edition, rule, effect.currency(), amount, working);
        }
        return new Result(amount, working);
    }

    /** What an amount is before anything multiplies it, for each so much of a value. */
    private BigDecimal base(Amount amount, List<String> working) throws Expression.Failed {
        return switch (amount) {
            case Amount.Fixed(var points) -> {
                working.add(points + " for each activity");
                yield BigDecimal.valueOf(points);
            }
            case Amount.PerQuantity(var points) -> {
                working.add(points.toPlainString() + " for each of " + happening.quantity());
                yield points.multiply(BigDecimal.valueOf(happening.quantity()));
            }
            case Amount.PerValue(var points, var each) -> {
                var value = Objects.requireNonNullElse(happening.value(), BigDecimal.ZERO);
                working.add(
                        points.toPlainString()
                                + " for each "
                                + each.toPlainString()
                                + " of "
                                + value.toPlainString());
                yield points.multiply(value);
            }
            case Amount.Formula(var expression) -> {
                var points = Expression.number(expression, examination.variables());
                working.add("“" + expression + "” is " + points.toPlainString());
                yield points;
            }
        };
    }

    private BigDecimal multiplied(
            Rule rule, PointsEffect effect, BigDecimal points, List<String> working) {
        var product = points;
        for (var factor : factors) {
            product = times(product, factor, rule, working);
        }
        for (var factor : tiers.getOrDefault(effect.currency(), List.of())) {
            product = times(product, factor, rule, working);
        }
        return product;
    }

    private static BigDecimal times(
            BigDecimal points, Factor factor, Rule rule, List<String> working) {
        if (!factor.concerns().test(rule.key()) || factor.factor().compareTo(BigDecimal.ONE) == 0) {
            return points;
        }
        working.add("Times " + factor.factor().toPlainString() + " by " + factor.from());
        return points.multiply(factor.factor());
    }
}
