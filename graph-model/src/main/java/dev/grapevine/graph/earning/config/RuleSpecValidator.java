package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Expression;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.PointsLedger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what is to be decided against what the brand knows: kinds, fields, currencies, badges and
 * tiers must be there, numbers within their limits, time zones real.
 */
final class RuleSpecValidator {

    private static final int MAX_KINDS = 50;
    private static final BigDecimal MAX_FACTOR = BigDecimal.valueOf(1_000);

    private final Map<String, ActivityKind> kinds;
    private final Set<String> currencies;
    private final ConfigRevision revision;
    private final Validation validation;

    RuleSpecValidator(
            Map<String, ActivityKind> kinds,
            Set<String> currencies,
            ConfigRevision revision,
            Validation validation) {
        this.validation = validation;
        this.kinds = kinds;
        this.currencies = currencies;
        this.revision = revision;
    }

    Validation inputs() {
        return validation;
    }

    boolean hasNoKinds() {
        return kinds.isEmpty();
    }

    void condition(String field, Condition condition, List<String> of) {
        new ConditionValidator(kinds, revision, validation).check(field, condition, of);
    }

    RuleSpecValidator tierSet(TierSet tierSet) {
        TierSetValidator.check(this, tierSet);
        return this;
    }

    RuleSpecValidator badge(BadgeCriteria criteria) {
        BadgeCriteriaValidator.check(this, criteria);
        return this;
    }

    RuleSpecValidator named(String key, String name) {
        validation.matches("key", key, Format.KEY).text("name", name, 1, 100);
        return this;
    }

    RuleSpecValidator rule(RuleSpec spec) {
        kinds("kinds", spec.kinds());
        once("kinds", spec.kinds(), validation);
        validation.require(
                spec.points() != null || spec.multiplier() != null || spec.badge() != null,
                "points",
                "A rule gives points, multiplies, or awards a badge.");
        zone(spec.timeZone());
        validation
                .between("priority", spec.priority(), -1_000, 1_000)
                .text("exclusiveGroup", spec.exclusiveGroup(), 1, 40)
                .atMost("caps", spec.caps(), 10)
                .time("from", spec.from())
                .time("until", spec.until());
        validation.require(
                spec.from() == null || spec.until() == null || spec.from().isBefore(spec.until()),
                "until",
                "It ends before it begins.");
        for (var cap : spec.caps()) {
            validation.between("caps", cap.max(), 0, PointsLedger.MAX_AMOUNT);
        }
        if (spec.budget() != null) {
            validation.between("budget", spec.budget(), 1, Validation.MAX_AMOUNT);
        }
        if (spec.when() != null) {
            condition("when", spec.when(), spec.kinds());
        }
        effects(spec);
        return this;
    }

    private void effects(RuleSpec spec) {
        isEarningEligible("kinds", spec.kinds());
        var points = spec.points();
        if (points != null) {
            currency(points.currency());
            amount(points.amount());
        }
        var multiplier = spec.multiplier();
        if (multiplier != null) {
            factor("multiplier", multiplier.factor());
            validation.atMost("multiplier", multiplier.rules(), MAX_KINDS);
            rules("multiplier", multiplier.rules());
        }
        if (spec.badge() != null) {
            validation.require(
                    revision.badges().containsKey(spec.badge()),
                    "badge",
                    "There is no badge " + spec.badge() + ".");
        }
    }

    /** Kinds of which nothing may come. */
    void isEarningEligible(String field, List<String> names) {
        for (var name : names) {
            var known = kinds.get(name);
            validation.require(
                    known == null || known.isEarningEligible(),
                    field,
                    name + " may not bring anything.");
        }
    }

    private void amount(PointsFormula formula) {
        switch (formula) {
            case PointsFormula.Fixed(var points) ->
                    validation
                            .between(
                                    "points",
                                    points,
                                    -PointsLedger.MAX_AMOUNT,
                                    PointsLedger.MAX_AMOUNT)
                            .require(points != 0, "points", "0 points are nothing.");
            case PointsFormula.PerQuantity(var points) -> rate(points);
            case PointsFormula.PerValue(var points, var each) -> {
                rate(points);
                validation.require(
                        each.signum() > 0 && isSmall(each), "points", "Must be above 0: each.");
            }
            case PointsFormula.ByExpression(var expression) ->
                    Expression.problem(expression, false)
                            .ifPresent(problem -> validation.require(false, "points", problem));
        }
    }

    private void rate(BigDecimal points) {
        validation.require(
                points.signum() != 0 && isSmall(points),
                "points",
                "Must not be 0, and have at most 9 digits before and 6 after the point.");
    }

    /** The scale first, for it may be enormous. */
    void factor(String field, BigDecimal factor) {
        validation.require(
                factor.scale() <= 6
                        && factor.scale() >= -3
                        && factor.signum() > 0
                        && factor.compareTo(MAX_FACTOR) <= 0,
                field,
                "A factor is above 0 and at most 1,000, and has at most 6 digits after the point.");
    }

    private static boolean isSmall(BigDecimal number) {
        return number.scale() <= 6
                && number.scale() >= -9
                && number.precision() - number.scale() <= 9;
    }

    RuleSpecValidator limit(EarningLimit earningLimit) {
        currency(earningLimit.currency());
        zone(earningLimit.timeZone());
        validation
                .between("amount", earningLimit.amount(), 0, Validation.MAX_AMOUNT)
                .atMost("rules", earningLimit.rules(), 200)
                .require(
                        earningLimit.type() == EarningLimit.Type.CAP
                                || earningLimit.per() == Period.EVER,
                        "per",
                        "A floor is for ever.");
        rules("rules", earningLimit.rules());
        return this;
    }

    void kinds(String field, List<String> names) {
        validation
                .require(!names.isEmpty(), field, "At least one kind is needed.")
                .atMost(field, names, MAX_KINDS);
        known(field, names, kinds.keySet(), validation);
    }

    static void known(
            String field, Collection<String> names, Set<String> kinds, Validation validation) {
        for (var name : names) {
            validation.require(
                    kinds.contains(name) || Activities.SYSTEM_KINDS.contains(name),
                    field,
                    "There is no kind of activity " + name + ".");
        }
    }

    static void once(String field, List<String> kinds, Validation validation) {
        var isOnce = new HashSet<>(kinds).size() == kinds.size();
        validation.require(isOnce, field, "A kind is named twice.");
    }

    void currency(String code) {
        validation.require(
                currencies.contains(code), "currency", "There is no currency " + code + ".");
    }

    private void rules(String field, List<String> keys) {
        var known = revision.rules().stream().map(rule -> rule.key()).toList();
        for (var key : keys) {
            validation.require(
                    known.contains(key), field, "There is no published rule " + key + ".");
        }
    }

    void zone(String name) {
        var isThere = true;
        try {
            ZoneId.of(name);
        } catch (DateTimeException _) {
            isThere = false;
        }
        validation.require(isThere, "timeZone", "There is no time zone " + name + ".");
    }
}
