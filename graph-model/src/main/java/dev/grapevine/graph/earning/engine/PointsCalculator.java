package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.Expression;
import dev.grapevine.graph.earning.rule.PointsAction;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.Rule;

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
final class PointsCalculator {

    /** The most points that one rule may give or take for one activity. */
    static final BigDecimal MAX = BigDecimal.valueOf(1_000_000_000);

    private final ConfigRevision revision;
    private final ActivityFacts facts;
    private final ConditionEvaluator conditions;
    private final CapApplier capApplier;
    private final List<Factor> factors;
    private final Map<String, List<Factor>> tiers;

    /**
     * @param tiers what tiers multiply by, by currency
     * @param fired the rules that have fired
     */
    PointsCalculator(
            ConfigRevision revision,
            ActivityFacts facts,
            ConditionEvaluator conditions,
            CapApplier capApplier,
            List<Rule> fired,
            Map<String, List<Factor>> tiers) {
        this.revision = revision;
        this.facts = facts;
        this.conditions = conditions;
        this.capApplier = capApplier;
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
    record Calculation(long amount, List<String> calculation) {}

    /** What a rule that has fired gives in the end. */
    Calculation of(Rule rule, PointsAction effect) {
        var working = new ArrayList<String>();
        BigDecimal points;
        try {
            points = base(effect.amount(), working);
        } catch (Expression.EvaluationFailed e) {
            working.add("The expression has no result: " + e.getMessage());
            return new Calculation(0, working);
        }
        if (!effect.isBonus()) {
            points = multiplied(rule, effect, points, working);
        }
        // Divided last: a third, times three, is one.
        var each =
                effect.amount() instanceof PointsFormula.PerValue it ? it.each() : BigDecimal.ONE;
        var rounded = effect.rounding().divide(points, each);
        if (rounded.multiply(each).compareTo(points) != 0) {
            working.add("Rounded to " + rounded.toPlainString());
        }
        var amount = rounded.min(MAX).max(MAX.negate()).longValueExact();
        if (amount != 0) {
            amount = capApplier.apply(revision, rule, effect.currency(), amount, working);
        }
        return new Calculation(amount, working);
    }

    /** What an amount is before anything multiplies it, for each so much of a value. */
    private BigDecimal base(PointsFormula formula, List<String> working)
            throws Expression.EvaluationFailed {
        return switch (formula) {
            case PointsFormula.Fixed(var points) -> {
                working.add(points + " for each activity");
                yield BigDecimal.valueOf(points);
            }
            case PointsFormula.PerQuantity(var points) -> {
                working.add(points.toPlainString() + " for each of " + facts.quantity());
                yield points.multiply(BigDecimal.valueOf(facts.quantity()));
            }
            case PointsFormula.PerValue(var points, var each) -> {
                var value = Objects.requireNonNullElse(facts.value(), BigDecimal.ZERO);
                working.add(
                        points.toPlainString()
                                + " for each "
                                + each.toPlainString()
                                + " of "
                                + value.toPlainString());
                yield points.multiply(value);
            }
            case PointsFormula.ByExpression(var expression) -> {
                var points = Expression.number(expression, conditions.variables());
                working.add("“" + expression + "” is " + points.toPlainString());
                yield points;
            }
        };
    }

    private BigDecimal multiplied(
            Rule rule, PointsAction effect, BigDecimal points, List<String> working) {
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
