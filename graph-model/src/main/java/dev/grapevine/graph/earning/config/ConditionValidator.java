package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.earning.rule.Aggregate;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.Expression;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Validator of conditions: first the size, then the references to kinds, fields, badges and tiers.
 */
final class ConditionValidator {

    private final Map<String, ActivityKind> kinds;
    private final ConfigRevision revision;
    private final Validation validation;

    ConditionValidator(
            Map<String, ActivityKind> kinds, ConfigRevision revision, Validation validation) {
        this.kinds = kinds;
        this.revision = revision;
        this.validation = validation;
    }

    /**
     * Validates a condition.
     *
     * @param ofKinds keys of the activity kinds that the condition is evaluated for
     */
    void check(String field, Condition condition, List<String> ofKinds) {
        if (isSmall(field, condition, validation)) {
            // More kinds are a violation of their own and would multiply those of each field.
            checkPart(
                    field,
                    condition,
                    ofKinds.subList(0, Math.min(ofKinds.size(), RuleSpecValidator.MAX_KINDS)));
        }
    }

    /**
     * Validates the size of a condition, which bounds the cost of every other use of the condition.
     */
    static boolean isSmall(String field, @Nullable Condition condition, Validation validation) {
        var isSmall = condition == null || isSmall(condition);
        validation.require(
                isSmall,
                field,
                field
                        + " exceeds the size of a condition: at most "
                        + Condition.MAX_DEPTH
                        + " levels and at most "
                        + Condition.MAX
                        + " parts.");
        return isSmall;
    }

    private static boolean isSmall(Condition condition) {
        return isWithin(condition, Condition.MAX_DEPTH) && size(condition, 0) <= Condition.MAX;
    }

    private static boolean isWithin(Condition condition, int depth) {
        return depth > 0 && condition.parts().stream().allMatch(part -> isWithin(part, depth - 1));
    }

    /** Counts the parts of a condition, up to one more than the maximum. */
    private static int size(Condition condition, int before) {
        var size = before + 1;
        for (var part : condition.parts()) {
            size = size > Condition.MAX ? size : size(part, size);
        }
        return size;
    }

    private void checkPart(String field, Condition condition, List<String> ofKinds) {
        switch (condition) {
            case Condition.All _, Condition.Any _ ->
                    require(!condition.parts().isEmpty(), field, "a list of conditions is empty.");
            case Condition.Not _, Condition.HasReferrer _ -> {}
            case Condition.KindIn(var names) -> {
                notEmpty(field, "activity kind", names);
                RuleSpecValidator.known(field, names, kinds.keySet(), validation);
            }
            case Condition.ChannelIn(var channels) -> channels(field, channels);
            case Condition.FieldIs it -> field(field, it, ofKinds);
            case Condition.ValueIs(_, var value) -> number(field, value);
            case Condition.QuantityIs _ -> {}
            case Condition.ContributionCondition(var names, _) -> {
                validation.atMost(field, names, RuleSpecValidator.MAX_KINDS);
                names.forEach(name -> validation.name(field, name, 64));
            }
            case Condition.TimeOfDay(var from, var until) ->
                    require(!from.equals(until), field, "from and until are both " + from + ".");
            case Condition.Weekdays(var days) ->
                    require(!days.isEmpty(), field, "at least one weekday is required.");
            case Condition.TierIn(var tierSet, var tiers) -> tiers(field, tierSet, tiers);
            case Condition.HasBadge(var badge) ->
                    require(
                            revision.badges().containsKey(badge),
                            field,
                            "badge '" + badge + "' does not exist.");
            case Condition.MembershipDays(_, var days) ->
                    between(field, "membership days", days, 0, 36_600);
            case Condition.NthOfKind(var n, _) -> between(field, "n", n, 1, 1_000_000_000);
            case Condition.AggregateIs(var aggregate, _, var value) ->
                    aggregate(field, aggregate, value);
            case Condition.ExpressionIs(var expression) ->
                    Expression.problem(expression, true)
                            .ifPresent(problem -> validation.require(false, field, problem));
        }
        condition.parts().forEach(part -> checkPart(field, part, ofKinds));
    }

    private void require(boolean isValid, String field, String problem) {
        validation.require(isValid, field, field + ": " + problem);
    }

    private void notEmpty(String field, String noun, List<?> values) {
        require(!values.isEmpty(), field, "at least one " + noun + " is required.");
        validation.atMost(field, values, RuleSpecValidator.MAX_KINDS);
    }

    private void between(String field, String name, long value, long min, long max) {
        require(
                value >= min && value <= max,
                field,
                String.format(
                        Locale.ENGLISH,
                        "%s %,d is not between %,d and %,d.",
                        name,
                        value,
                        min,
                        max));
    }

    private void channels(String field, List<String> channels) {
        notEmpty(field, "channel", channels);
        channels.forEach(channel -> validation.name(field, channel, 40));
    }

    private void tiers(String field, String tierSet, List<String> tiers) {
        notEmpty(field, "tier", tiers);
        var version = revision.tierSets().get(tierSet);
        require(version != null, field, "tier set '" + tierSet + "' does not exist.");
        if (version != null) {
            var known = version.tierSet().tiers().stream().map(tier -> tier.key()).toList();
            tiers.forEach(
                    tier ->
                            require(
                                    known.contains(tier),
                                    field,
                                    "tier '"
                                            + tier
                                            + "' does not exist in tier set '"
                                            + tierSet
                                            + "'."));
        }
    }

    private void field(String field, Condition.FieldIs condition, List<String> ofKinds) {
        for (var kind : ofKinds) {
            var type =
                    kinds.containsKey(kind)
                            ? Objects.requireNonNull(kinds.get(kind)).kindFields().stream()
                                    .filter(it -> it.name().equals(condition.field()))
                                    .map(KindField::type)
                                    .findFirst()
                            : Optional.<FieldType>empty();
            require(
                    type.isPresent(),
                    field,
                    "activity kind '" + kind + "' has no field '" + condition.field() + "'.");
            type.ifPresent(it -> comparison(field, condition, it));
        }
        validation.text(field, condition.value(), KindField.MAX_TEXT);
    }

    private void comparison(String field, Condition.FieldIs condition, FieldType type) {
        require(
                type == FieldType.NUMBER || !condition.comparison().isOrdering(),
                field,
                "field '"
                        + condition.field()
                        + "' is not a number; only EQUAL and NOT_EQUAL are allowed.");
        if (type == FieldType.NUMBER) {
            require(
                    FieldType.NUMBER.canonical(condition.value()) != null,
                    field,
                    wrongValue(condition, FieldType.NUMBER));
        }
        if (type == FieldType.BOOLEAN) {
            require(
                    condition.value().equals("true") || condition.value().equals("false"),
                    field,
                    wrongValue(condition, FieldType.BOOLEAN));
        }
    }

    private static String wrongValue(Condition.FieldIs condition, FieldType type) {
        return "value '"
                + condition.value()
                + "' of field '"
                + condition.field()
                + "' is not "
                + type.description()
                + ".";
    }

    private void number(String field, BigDecimal number) {
        require(
                number.scale() >= -15
                        && number.scale() <= 4
                        && number.precision() - number.scale() <= 15,
                field,
                "number "
                        + number
                        + " has more than 15 digits before or 4 after the decimal point.");
    }

    private void aggregate(String field, Aggregate aggregate, BigDecimal value) {
        notEmpty(field, "activity kind of an aggregate", aggregate.kinds());
        between(
                field,
                "days of an aggregate",
                Objects.requireNonNullElse(aggregate.days(), 1),
                1,
                366);
        RuleSpecValidator.known(field, aggregate.kinds(), kinds.keySet(), validation);
        RuleSpecValidator.once(field, aggregate.kinds(), validation);
        number(field, value);
    }
}
