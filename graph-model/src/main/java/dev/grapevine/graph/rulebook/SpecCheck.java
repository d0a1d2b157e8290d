package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.ActivityKind;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.points.PointsLedger;
import dev.grapevine.graph.rule.Amount;
import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Expression;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Per;
import dev.grapevine.graph.rule.RuleSpec;

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
final class SpecCheck {

    private static final int MOST_KINDS = 50;
    private static final BigDecimal LARGEST_FACTOR = BigDecimal.valueOf(1_000);

    private final Map<String, ActivityKind> kinds;
    private final Set<String> currencies;
    private final Edition edition;
    private final Inputs inputs;

    SpecCheck(
            Map<String, ActivityKind> kinds,
            Set<String> currencies,
            Edition edition,
            Inputs inputs) {
        this.inputs = inputs;
        this.kinds = kinds;
        this.currencies = currencies;
        this.edition = edition;
    }

    Inputs inputs() {
        return inputs;
    }

    boolean knowsNoKinds() {
        return kinds.isEmpty();
    }

    void condition(String field, Condition condition, List<String> of) {
        new ConditionCheck(kinds, edition, inputs).check(field, condition, of);
    }

    SpecCheck ladder(Ladder ladder) {
        LadderCheck.check(this, ladder);
        return this;
    }

    SpecCheck badge(Criteria criteria) {
        CriteriaCheck.check(this, criteria);
        return this;
    }

    SpecCheck named(String key, String name) {
        inputs.matches("key", key, Format.KEY).text("name", name, 1, 100);
        return this;
    }

    SpecCheck rule(RuleSpec spec) {
        kinds("kinds", spec.kinds());
        once("kinds", spec.kinds(), inputs);
        inputs.require(
                spec.points() != null || spec.multiplier() != null || spec.badge() != null,
                "points",
                "A rule gives points, multiplies, or awards a badge.");
        zone(spec.timeZone());
        inputs.between("priority", spec.priority(), -1_000, 1_000)
                .text("exclusiveGroup", spec.exclusiveGroup(), 1, 40)
                .atMost("caps", spec.caps(), 10)
                .time("from", spec.from())
                .time("until", spec.until());
        inputs.require(
                spec.from() == null || spec.until() == null || spec.from().isBefore(spec.until()),
                "until",
                "It ends before it begins.");
        for (var cap : spec.caps()) {
            inputs.between("caps", cap.most(), 0, PointsLedger.LARGEST_AMOUNT);
        }
        if (spec.budget() != null) {
            inputs.between("budget", spec.budget(), 1, Inputs.LARGEST);
        }
        if (spec.when() != null) {
            condition("when", spec.when(), spec.kinds());
        }
        effects(spec);
        return this;
    }

    private void effects(RuleSpec spec) {
        mayEarn("kinds", spec.kinds());
        var points = spec.points();
        if (points != null) {
            currency(points.currency());
            amount(points.amount());
        }
        var multiplier = spec.multiplier();
        if (multiplier != null) {
            factor("multiplier", multiplier.factor());
            inputs.atMost("multiplier", multiplier.rules(), MOST_KINDS);
            rules("multiplier", multiplier.rules());
        }
        if (spec.badge() != null) {
            inputs.require(
                    edition.badges().containsKey(spec.badge()),
                    "badge",
                    "There is no badge " + spec.badge() + ".");
        }
    }

    /** Kinds of which nothing may come. */
    void mayEarn(String field, List<String> names) {
        for (var name : names) {
            var known = kinds.get(name);
            inputs.require(
                    known == null || known.mayEarn(), field, name + " may not bring anything.");
        }
    }

    private void amount(Amount amount) {
        switch (amount) {
            case Amount.Fixed(var points) ->
                    inputs.between(
                                    "points",
                                    points,
                                    -PointsLedger.LARGEST_AMOUNT,
                                    PointsLedger.LARGEST_AMOUNT)
                            .require(points != 0, "points", "0 points are nothing.");
            case Amount.PerQuantity(var points) -> rate(points);
            case Amount.PerValue(var points, var each) -> {
                rate(points);
                inputs.require(
                        each.signum() > 0 && isSmall(each), "points", "Must be above 0: each.");
            }
            case Amount.Formula(var expression) ->
                    Expression.problem(expression, false)
                            .ifPresent(problem -> inputs.require(false, "points", problem));
        }
    }

    private void rate(BigDecimal points) {
        inputs.require(
                points.signum() != 0 && isSmall(points),
                "points",
                "Must not be 0, and have at most 9 digits before and 6 after the point.");
    }

    /** The scale first, for it may be enormous. */
    void factor(String field, BigDecimal factor) {
        inputs.require(
                factor.scale() <= 6
                        && factor.scale() >= -3
                        && factor.signum() > 0
                        && factor.compareTo(LARGEST_FACTOR) <= 0,
                field,
                "A factor is above 0 and at most 1,000, and has at most 6 digits after the point.");
    }

    private static boolean isSmall(BigDecimal number) {
        return number.scale() <= 6
                && number.scale() >= -9
                && number.precision() - number.scale() <= 9;
    }

    SpecCheck limit(Limit limit) {
        currency(limit.currency());
        zone(limit.timeZone());
        inputs.between("amount", limit.amount(), 0, Inputs.LARGEST)
                .atMost("rules", limit.rules(), 200)
                .require(
                        limit.type() == Limit.Type.CAP || limit.per() == Per.EVER,
                        "per",
                        "A floor is for ever.");
        rules("rules", limit.rules());
        return this;
    }

    void kinds(String field, List<String> names) {
        inputs.require(!names.isEmpty(), field, "At least one kind is needed.")
                .atMost(field, names, MOST_KINDS);
        known(field, names, kinds.keySet(), inputs);
    }

    static void known(String field, Collection<String> names, Set<String> kinds, Inputs inputs) {
        for (var name : names) {
            inputs.require(
                    kinds.contains(name) || Activities.OWN_KINDS.contains(name),
                    field,
                    "There is no kind of activity " + name + ".");
        }
    }

    static void once(String field, List<String> kinds, Inputs inputs) {
        var isOnce = new HashSet<>(kinds).size() == kinds.size();
        inputs.require(isOnce, field, "A kind is named twice.");
    }

    void currency(String code) {
        inputs.require(currencies.contains(code), "currency", "There is no currency " + code + ".");
    }

    private void rules(String field, List<String> keys) {
        var known = edition.rules().stream().map(rule -> rule.key()).toList();
        for (var key : keys) {
            inputs.require(known.contains(key), field, "There is no published rule " + key + ".");
        }
    }

    void zone(String name) {
        var isThere = true;
        try {
            ZoneId.of(name);
        } catch (DateTimeException _) {
            isThere = false;
        }
        inputs.require(isThere, "timeZone", "There is no time zone " + name + ".");
    }
}
