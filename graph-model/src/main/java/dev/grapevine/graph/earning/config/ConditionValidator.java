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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Checks a condition: its size first, then what it refers to. */
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
     * @param of the kinds of activities that it is asked of
     */
    void check(String field, Condition condition, List<String> of) {
        size(field, condition, validation);
        if (isSmall(condition)) {
            // Of more kinds than a rule may have each would be told again for each field.
            checkPart(field, condition, of.subList(0, Math.min(of.size(), 50)));
        }
    }

    /** Checks only how large it is: what is larger is not to be looked at in any other way. */
    static void size(String field, @Nullable Condition condition, Validation validation) {
        validation.require(
                condition == null || isSmall(condition),
                field,
                "A condition is nested at most "
                        + Condition.MAX_DEPTH
                        + " deep and has at most "
                        + Condition.MAX
                        + " parts.");
    }

    private static boolean isSmall(Condition condition) {
        return isWithin(condition, Condition.MAX_DEPTH) && size(condition, 0) <= Condition.MAX;
    }

    private static boolean isWithin(Condition condition, int depth) {
        return depth > 0 && condition.parts().stream().allMatch(part -> isWithin(part, depth - 1));
    }

    /** Stops counting once there are too many. */
    private static int size(Condition condition, int before) {
        var size = before + 1;
        for (var part : condition.parts()) {
            size = size > Condition.MAX ? size : size(part, size);
        }
        return size;
    }

    private void checkPart(String field, Condition condition, List<String> of) {
        switch (condition) {
            case Condition.All _, Condition.Any _ ->
                    validation.require(
                            !condition.parts().isEmpty(), field, "A list of conditions is empty.");
            case Condition.Not _, Condition.HasReferrer _ -> {}
            case Condition.KindIn(var names) -> {
                some(field, names);
                RuleSpecValidator.known(field, names, kinds.keySet(), validation);
            }
            case Condition.ChannelIn(var channels) -> texts(field, channels);
            case Condition.FieldIs it -> field(field, it, of);
            case Condition.ValueIs(_, var value) -> number(field, value);
            case Condition.QuantityIs _ -> {}
            case Condition.SubjectCondition(var names, _) -> {
                validation.atMost(field, names, 50);
                names.forEach(name -> validation.text(field, name, 1, 64));
            }
            case Condition.TimeOfDay(var from, var until) ->
                    validation.require(
                            !from.equals(until), field, "The times of day are the same.");
            case Condition.Weekdays(var days) ->
                    validation.require(!days.isEmpty(), field, "At least one weekday is needed.");
            case Condition.TierIn(var ladder, var tiers) -> tiers(field, ladder, tiers);
            case Condition.HasBadge(var badge) ->
                    validation.require(
                            revision.badges().containsKey(badge),
                            field,
                            "There is no badge " + badge + ".");
            case Condition.MembershipDays(_, var days) ->
                    validation.between(field, days, 0, 36_600);
            case Condition.NthOfKind(var n, _) -> validation.between(field, n, 1, 1_000_000_000);
            case Condition.AggregateIs(var aggregate, _, var than) ->
                    aggregate(field, aggregate, than);
            case Condition.ExpressionIs(var expression) ->
                    Expression.problem(expression, true)
                            .ifPresent(problem -> validation.require(false, field, problem));
        }
        condition.parts().forEach(part -> checkPart(field, part, of));
    }

    private void some(String field, List<String> names) {
        validation.require(!names.isEmpty(), field, "A list is empty.").atMost(field, names, 50);
    }

    private void texts(String field, List<String> texts) {
        some(field, texts);
        texts.forEach(text -> validation.text(field, text, 1, 40));
    }

    private void tiers(String field, String ladder, List<String> tiers) {
        some(field, tiers);
        var version = revision.tierSets().get(ladder);
        validation.require(version != null, field, "There are no tiers " + ladder + ".");
        if (version != null) {
            var known = version.tierSet().tiers().stream().map(tier -> tier.key()).toList();
            tiers.forEach(
                    tier ->
                            validation.require(
                                    known.contains(tier), field, "There is no tier " + tier + "."));
        }
    }

    private void field(String field, Condition.FieldIs condition, List<String> of) {
        for (var kind : of) {
            var type =
                    kinds.containsKey(kind)
                            ? Objects.requireNonNull(kinds.get(kind)).kindFields().stream()
                                    .filter(it -> it.name().equals(condition.field()))
                                    .map(KindField::type)
                                    .findFirst()
                            : Optional.<FieldType>empty();
            validation.require(
                    type.isPresent(), field, kind + " has no field " + condition.field() + ".");
            type.ifPresent(it -> compared(field, condition, it));
        }
        validation.text(field, condition.value(), 1, 200);
    }

    private void compared(String field, Condition.FieldIs condition, FieldType type) {
        validation.require(
                type == FieldType.NUMBER || !condition.comparison().isOrdering(),
                field,
                condition.field() + " is no number and cannot be more or less.");
        if (type == FieldType.NUMBER) {
            validation.require(
                    FieldType.NUMBER.canonical(condition.value()) != null,
                    field,
                    condition.value() + " is not a number.");
        }
        if (type == FieldType.BOOLEAN) {
            validation.require(
                    condition.value().equals("true") || condition.value().equals("false"),
                    field,
                    condition.value() + " is not true or false.");
        }
    }

    private void number(String field, BigDecimal number) {
        validation.require(
                number.scale() >= -15
                        && number.scale() <= 4
                        && number.precision() - number.scale() <= 15,
                field,
                "A number has at most 15 digits before and 4 after the point.");
    }

    private void aggregate(String field, Aggregate aggregate, BigDecimal than) {
        validation
                .require(!aggregate.kinds().isEmpty(), field, "A figure needs a kind of activity.")
                .atMost(field, aggregate.kinds(), 50)
                .between(field, Objects.requireNonNullElse(aggregate.days(), 1), 1, 366);
        RuleSpecValidator.known(field, aggregate.kinds(), kinds.keySet(), validation);
        RuleSpecValidator.once(field, aggregate.kinds(), validation);
        number(field, than);
    }
}
