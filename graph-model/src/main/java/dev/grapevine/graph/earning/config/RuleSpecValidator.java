package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;
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
 * Validator of rules, earning limits, tier sets and badge criteria against the configuration of a
 * brand: referenced kinds, fields, currencies, rules, badges, tiers and time zones exist; numbers
 * are within their bounds.
 */
final class RuleSpecValidator {

    /** Maximum number of kinds, keys or values in one list of a rule or condition. */
    static final int MAX_KINDS = 50;

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

    Validation validation() {
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
        validation.matches("key", key, Format.KEY).name("name", name, 100);
        return this;
    }

    RuleSpecValidator rule(RuleSpec spec) {
        kinds("kinds", spec.kinds());
        once("kinds", spec.kinds(), validation);
        validation.require(
                spec.points() != null || spec.multiplier() != null || spec.badge() != null,
                "points",
                "points, multiplier and badge are null; a rule requires at least one of them.");
        zone(spec.timeZone());
        validation
                .between("priority", spec.priority(), -1_000, 1_000)
                .name("exclusiveGroup", spec.exclusiveGroup(), 40)
                .atMost("caps", spec.caps(), 10)
                .time("from", spec.from())
                .time("until", spec.until());
        validation.require(
                spec.from() == null || spec.until() == null || spec.from().isBefore(spec.until()),
                "until",
                "until " + spec.until() + " is not after from " + spec.from() + ".");
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
            PointsFormulaValidator.check(points.amount(), validation);
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
                    "badge '" + spec.badge() + "' does not exist.");
        }
    }

    /** Validates that activity kinds are eligible for earning. */
    void isEarningEligible(String field, List<String> names) {
        for (var name : names) {
            var known = kinds.get(name);
            validation.require(
                    known == null || known.isEarningEligible(),
                    field,
                    field + ": activity kind '" + name + "' is not eligible for earning.");
        }
    }

    /**
     * Validates a factor; the scale comes first because a comparison of enormous scales is
     * expensive.
     */
    void factor(String field, BigDecimal factor) {
        validation.require(
                factor.scale() <= 6
                        && factor.scale() >= -3
                        && factor.signum() > 0
                        && factor.compareTo(MAX_FACTOR) <= 0,
                field,
                field
                        + " "
                        + factor
                        + " must be above 0 and at most 1,000, with at most 6 digits after the"
                        + " decimal point.");
    }

    RuleSpecValidator limit(EarningLimit limit) {
        currency(limit.currency());
        zone(limit.timeZone());
        validation
                .between("amount", limit.amount(), 0, Validation.MAX_AMOUNT)
                .atMost("rules", limit.rules(), 200)
                .require(
                        limit.type() == EarningLimit.Type.CAP || limit.period() == Period.ALL_TIME,
                        "period",
                        "period "
                                + limit.period()
                                + " is not allowed for a floor; only ALL_TIME is.");
        rules("rules", limit.rules());
        return this;
    }

    void kinds(String field, List<String> names) {
        validation
                .require(
                        !names.isEmpty(),
                        field,
                        field + ": at least one activity kind is required.")
                .atMost(field, names, MAX_KINDS);
        known(field, names, kinds.keySet(), validation);
    }

    static void known(
            String field, Collection<String> names, Set<String> kinds, Validation validation) {
        for (var name : names) {
            validation.require(
                    kinds.contains(name) || Activities.SYSTEM_KINDS.contains(name),
                    field,
                    field + ": activity kind '" + name + "' does not exist.");
        }
    }

    static void once(String field, List<String> kinds, Validation validation) {
        var seen = new HashSet<String>();
        kinds.stream()
                .filter(kind -> !seen.add(kind))
                .findFirst()
                .ifPresent(
                        kind ->
                                validation.reject(
                                        List.of(field),
                                        field
                                                + ": activity kind '"
                                                + kind
                                                + "' is listed more than once."));
    }

    void currency(String code) {
        validation.require(
                currencies.contains(code), "currency", "currency '" + code + "' does not exist.");
    }

    private void rules(String field, List<String> keys) {
        var known = revision.rules().stream().map(rule -> rule.key()).toList();
        for (var key : keys) {
            validation.require(
                    known.contains(key),
                    field,
                    field + ": rule '" + key + "' has no active version.");
        }
    }

    void zone(String name) {
        var exists = true;
        try {
            ZoneId.of(name);
        } catch (DateTimeException _) {
            exists = false;
        }
        validation.require(exists, "timeZone", "timeZone '" + name + "' does not exist.");
    }
}
