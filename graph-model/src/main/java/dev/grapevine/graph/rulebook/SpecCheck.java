package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.ActivityKind;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.rule.Amount;
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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks what is to be decided against what the brand knows: kinds, fields, currencies, badges and
 * tiers must be there, numbers within their limits, time zones real.
 */
final class SpecCheck {

    private static final Pattern KEY = Pattern.compile("^[a-z0-9][a-z0-9-]{1,39}$");
    private static final long MOST_POINTS = 1_000_000_000;
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

    SpecCheck named(String key, String name) {
        inputs.matches("key", key, KEY).text("name", name, 1, 100);
        return this;
    }

    SpecCheck rule(RuleSpec spec) {
        kinds("kinds", spec.kinds());
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
            inputs.between("caps", cap.most(), 0, MOST_POINTS);
        }
        if (spec.budget() != null) {
            inputs.between("budget", spec.budget(), 1, Inputs.LARGEST);
        }
        if (spec.when() != null) {
            new ConditionCheck(kinds, edition, inputs).check("when", spec.when(), spec.kinds());
        }
        effects(spec);
        return this;
    }

    private void effects(RuleSpec spec) {
        var points = spec.points();
        if (points != null) {
            currency(points.currency());
            amount(points.amount());
            for (var kind : spec.kinds()) {
                var known = kinds.get(kind);
                inputs.require(
                        known == null || known.mayEarn(), "kinds", kind + " may not earn points.");
            }
        }
        var multiplier = spec.multiplier();
        if (multiplier != null) {
            inputs.require(
                            multiplier.factor().signum() > 0
                                    && multiplier.factor().compareTo(LARGEST_FACTOR) <= 0,
                            "multiplier",
                            "The factor must be above 0 and at most 1,000.")
                    .atMost("multiplier", multiplier.rules(), MOST_KINDS);
            rules("multiplier", multiplier.rules());
        }
        if (spec.badge() != null) {
            inputs.require(
                    edition.badges().containsKey(spec.badge()),
                    "badge",
                    "There is no badge " + spec.badge() + ".");
        }
    }

    private void amount(Amount amount) {
        switch (amount) {
            case Amount.Fixed(var points) ->
                    inputs.between("points", points, -MOST_POINTS, MOST_POINTS)
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

    SpecCheck ladder(Ladder ladder) {
        currency(ladder.currency());
        zone(ladder.timeZone());
        inputs.between("graceDays", ladder.graceDays(), 0, 3_660)
                .require(
                        (ladder.rollingDays() == null) != (ladder.calendar() == null),
                        "period",
                        "Either a rolling or a calendar period is needed.")
                .between(
                        "rollingDays",
                        Objects.requireNonNullElse(ladder.rollingDays(), 1),
                        1,
                        3_660)
                .require(!ladder.tiers().isEmpty(), "tiers", "At least one tier is needed.")
                .atMost("tiers", ladder.tiers(), 20);
        var keys = new HashSet<String>();
        var from = 0L;
        for (var tier : ladder.tiers()) {
            inputs.matches("tiers", tier.key(), KEY)
                    .text("tiers", tier.name(), 1, 100)
                    .require(
                            keys.add(tier.key()),
                            "tiers",
                            "Two tiers are called " + tier.key() + ".")
                    .require(
                            tier.from() == from,
                            "tiers",
                            "Tiers overlap or leave a gap: "
                                    + tier.key()
                                    + " begins at "
                                    + tier.from()
                                    + " and should at "
                                    + from
                                    + ".")
                    .require(
                            tier.multiplier().signum() > 0
                                    && tier.multiplier().compareTo(LARGEST_FACTOR) <= 0,
                            "tiers",
                            "The multiplier must be above 0 and at most 1,000.")
                    .atMost("tiers", tier.benefits(), 20);
            tier.benefits().forEach(benefit -> inputs.text("tiers", benefit, 1, 200));
            inputs.require(
                    tier.until() == null || tier.until() > tier.from(),
                    "tiers",
                    tier.key() + " ends before it begins.");
            from = Objects.requireNonNullElse(tier.until(), Long.MIN_VALUE);
        }
        inputs.require(
                ladder.tiers().isEmpty() || ladder.tiers().getLast().until() == null,
                "tiers",
                "The highest tier has no end.");
        return this;
    }

    SpecCheck badge(Criteria criteria) {
        zone(criteria.timeZone());
        var kindsOf = criteria.counts().stream().map(Criteria.Counted::kind).toList();
        if (kinds.isEmpty()) {
            kindsOf.forEach(kind -> inputs.kind("counts", kind));
        } else {
            kinds("counts", kindsOf);
        }
        inputs.require(!kindsOf.isEmpty(), "counts", "At least one kind is needed.");
        inputs.require(
                        new HashSet<>(kindsOf).size() == kindsOf.size(),
                        "counts",
                        "A kind is named twice.")
                .require(!criteria.levels().isEmpty(), "levels", "At least one level is needed.")
                .atMost("levels", criteria.levels(), 10)
                .require(
                        !criteria.isRepeatable()
                                || criteria.partition() != Criteria.Partition.ALL_TIME,
                        "isRepeatable",
                        "What is measured for all time is earned once.");
        criteria.counts()
                .forEach(counted -> inputs.between("counts", counted.weight(), -1_000, 1_000));
        var least = 0L;
        for (var level : criteria.levels()) {
            inputs.text("levels", level.name(), 1, 100)
                    .between("levels", level.threshold(), least + 1, largest(criteria));
            least = level.threshold();
        }
        if (criteria.when() != null) {
            new ConditionCheck(kinds, edition, inputs).check("when", criteria.when(), kindsOf);
        }
        return this;
    }

    private static long largest(Criteria criteria) {
        return switch (criteria.measure()) {
            case QUANTITY, VALUE -> 1_000_000_000_000L;
            case COUNT, DISTINCT_CONTRIBUTIONS, DISTINCT_KINDS, DISTINCT_DAYS, STREAK_OF_DAYS ->
                    1_000_000;
        };
    }

    private void kinds(String field, List<String> names) {
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

    private void currency(String code) {
        inputs.require(currencies.contains(code), "currency", "There is no currency " + code + ".");
    }

    private void rules(String field, List<String> keys) {
        var known = edition.rules().stream().map(rule -> rule.key()).toList();
        for (var key : keys) {
            inputs.require(known.contains(key), field, "There is no published rule " + key + ".");
        }
    }

    private void zone(String name) {
        var isThere = true;
        try {
            ZoneId.of(name);
        } catch (DateTimeException _) {
            isThere = false;
        }
        inputs.require(isThere, "timeZone", "There is no time zone " + name + ".");
    }
}
