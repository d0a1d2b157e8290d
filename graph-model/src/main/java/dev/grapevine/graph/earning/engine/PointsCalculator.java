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
 * Calculator of the points of one activity: base amount of each fired rule, times multipliers,
 * rounded, within caps, budgets and floors.
 */
final class PointsCalculator {

    /** Maximum of points that one rule gives or takes for one activity. */
    static final BigDecimal MAX = BigDecimal.valueOf(1_000_000_000);

    private final ConfigRevision revision;
    private final ActivityFacts facts;
    private final ConditionEvaluator conditions;
    private final CapApplier capApplier;
    private final List<Factor> factors;
    private final Map<String, List<Factor>> tiers;

    /**
     * @param fired rules that fired, in the order of evaluation
     * @param tiers factors of the customer's tiers by currency
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
     * Factor of a multiplier or tier.
     *
     * @param source rule or tier of the factor, in English
     * @param appliesTo predicate of the keys of multiplied rules
     */
    record Factor(String source, BigDecimal factor, Predicate<String> appliesTo) {}

    /** Points of a rule, possibly 0, with the sentences of their calculation. */
    record Calculation(long amount, List<String> calculation) {}

    /** Calculates the points of a fired rule. */
    Calculation of(Rule rule, PointsAction action) {
        var sentences = new ArrayList<String>();
        BigDecimal points;
        try {
            points = base(action.amount(), sentences);
        } catch (Expression.EvaluationFailed e) {
            sentences.add("The expression has no result: " + e.getMessage());
            return new Calculation(0, sentences);
        }
        if (!action.isBonus()) {
            points = multiplied(rule, action, points, sentences);
        }
        // The division comes last, so that a third times three is one.
        var each =
                action.amount() instanceof PointsFormula.PerValue it ? it.value() : BigDecimal.ONE;
        var rounded = action.rounding().divide(points, each);
        if (rounded.multiply(each).compareTo(points) != 0) {
            sentences.add("Rounded to " + rounded.toPlainString());
        }
        var amount = rounded.min(MAX).max(MAX.negate()).longValueExact();
        if (amount != 0) {
            amount = capApplier.apply(revision, rule, action.currency(), amount, sentences);
        }
        return new Calculation(amount, sentences);
    }

    /**
     * Returns the base amount of a formula; for {@link PointsFormula.PerValue} before the division
     * by {@code each}.
     */
    private BigDecimal base(PointsFormula formula, List<String> sentences)
            throws Expression.EvaluationFailed {
        return switch (formula) {
            case PointsFormula.Fixed(var points) -> {
                sentences.add(points + " for each activity");
                yield BigDecimal.valueOf(points);
            }
            case PointsFormula.PerQuantity(var points) -> {
                sentences.add(points.toPlainString() + " for each of " + facts.quantity());
                yield points.multiply(BigDecimal.valueOf(facts.quantity()));
            }
            case PointsFormula.PerValue(var points, var each) -> {
                var value = Objects.requireNonNullElse(facts.value(), BigDecimal.ZERO);
                sentences.add(
                        points.toPlainString()
                                + " for each "
                                + each.toPlainString()
                                + " of "
                                + value.toPlainString());
                yield points.multiply(value);
            }
            case PointsFormula.ByExpression(var expression) -> {
                var points = Expression.number(expression, conditions.variables());
                sentences.add("“" + expression + "” is " + points.toPlainString());
                yield points;
            }
        };
    }

    private BigDecimal multiplied(
            Rule rule, PointsAction action, BigDecimal points, List<String> sentences) {
        var product = points;
        for (var factor : factors) {
            product = times(product, factor, rule, sentences);
        }
        for (var factor : tiers.getOrDefault(action.currency(), List.of())) {
            product = times(product, factor, rule, sentences);
        }
        return product;
    }

    private static BigDecimal times(
            BigDecimal points, Factor factor, Rule rule, List<String> sentences) {
        if (!factor.appliesTo().test(rule.key())
                || factor.factor().compareTo(BigDecimal.ONE) == 0) {
            return points;
        }
        sentences.add("Times " + factor.factor().toPlainString() + " by " + factor.source());
        return points.multiply(factor.factor());
    }
}
