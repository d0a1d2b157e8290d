package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.engagement.ActivityKind;
import dev.grapevine.graph.engagement.FieldType;
import dev.grapevine.graph.engagement.KindField;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.rule.Aggregate;
import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Expression;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Checks a condition: its size first, then what it refers to. */
final class ConditionCheck {

    private final Map<String, ActivityKind> kinds;
    private final Edition edition;
    private final Inputs inputs;

    ConditionCheck(Map<String, ActivityKind> kinds, Edition edition, Inputs inputs) {
        this.kinds = kinds;
        this.edition = edition;
        this.inputs = inputs;
    }

    /**
     * @param of the kinds of activities that it is asked of
     */
    void check(String field, Condition condition, List<String> of) {
        size(field, condition, inputs);
        if (isSmall(condition)) {
            // Of more kinds than a rule may have each would be told again for each field.
            checkPart(field, condition, of.subList(0, Math.min(of.size(), 50)));
        }
    }

    /** Checks only how large it is: what is larger is not to be looked at in any other way. */
    static void size(String field, @Nullable Condition condition, Inputs inputs) {
        inputs.require(
                condition == null || isSmall(condition),
                field,
                "A condition is nested at most "
                        + Condition.DEEPEST
                        + " deep and has at most "
                        + Condition.MOST
                        + " parts.");
    }

    private static boolean isSmall(Condition condition) {
        return isWithin(condition, Condition.DEEPEST) && size(condition, 0) <= Condition.MOST;
    }

    private static boolean isWithin(Condition condition, int depth) {
        return depth > 0 && condition.parts().stream().allMatch(part -> isWithin(part, depth - 1));
    }

    /** Stops counting once there are too many. */
    private static int size(Condition condition, int before) {
        var size = before + 1;
        for (var part : condition.parts()) {
            size = size > Condition.MOST ? size : size(part, size);
        }
        return size;
    }

    private void checkPart(String field, Condition condition, List<String> of) {
        switch (condition) {
            case Condition.All _, Condition.Any _ ->
                    inputs.require(
                            !condition.parts().isEmpty(), field, "A list of conditions is empty.");
            case Condition.Not _, Condition.HasReferrer _ -> {}
            case Condition.KindIn(var names) -> {
                some(field, names);
                SpecCheck.known(field, names, kinds.keySet(), inputs);
            }
            case Condition.ChannelIn(var channels) -> texts(field, channels);
            case Condition.FieldIs it -> field(field, it, of);
            case Condition.ValueIs(_, var value) -> number(field, value);
            case Condition.QuantityIs _ -> {}
            case Condition.About(var names, _) -> {
                inputs.atMost(field, names, 50);
                names.forEach(name -> inputs.text(field, name, 1, 64));
            }
            case Condition.TimeOfDay(var from, var until) ->
                    inputs.require(!from.equals(until), field, "The times of day are the same.");
            case Condition.Weekdays(var days) ->
                    inputs.require(!days.isEmpty(), field, "At least one weekday is needed.");
            case Condition.TierIn(var ladder, var tiers) -> tiers(field, ladder, tiers);
            case Condition.HasBadge(var badge) ->
                    inputs.require(
                            edition.badges().containsKey(badge),
                            field,
                            "There is no badge " + badge + ".");
            case Condition.MemberFor(_, var days) -> inputs.between(field, days, 0, 36_600);
            case Condition.NthOfKind(var n, _) -> inputs.between(field, n, 1, 1_000_000_000);
            case Condition.Figure(var aggregate, _, var than) -> figure(field, aggregate, than);
            case Condition.Formula(var expression) ->
                    Expression.problem(expression, true)
                            .ifPresent(problem -> inputs.require(false, field, problem));
        }
        condition.parts().forEach(part -> checkPart(field, part, of));
    }

    private void some(String field, List<String> names) {
        inputs.require(!names.isEmpty(), field, "A list is empty.").atMost(field, names, 50);
    }

    private void texts(String field, List<String> texts) {
        some(field, texts);
        texts.forEach(text -> inputs.text(field, text, 1, 40));
    }

    private void tiers(String field, String ladder, List<String> tiers) {
        some(field, tiers);
        var version = edition.ladders().get(ladder);
        inputs.require(version != null, field, "There are no tiers " + ladder + ".");
        if (version != null) {
            var known = version.ladder().tiers().stream().map(tier -> tier.key()).toList();
            tiers.forEach(
                    tier ->
                            inputs.require(
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
            inputs.require(
                    type.isPresent(), field, kind + " has no field " + condition.field() + ".");
            type.ifPresent(it -> compared(field, condition, it));
        }
        inputs.text(field, condition.value(), 1, 200);
    }

    private void compared(String field, Condition.FieldIs condition, FieldType type) {
        inputs.require(
                type == FieldType.NUMBER || !condition.comparison().isOrdering(),
                field,
                condition.field() + " is no number and cannot be more or less.");
        if (type == FieldType.NUMBER) {
            inputs.require(
                    FieldType.NUMBER.canonical(condition.value()) != null,
                    field,
                    condition.value() + " is not a number.");
        }
        if (type == FieldType.BOOLEAN) {
            inputs.require(
                    condition.value().equals("true") || condition.value().equals("false"),
                    field,
                    condition.value() + " is not true or false.");
        }
    }

    private void number(String field, BigDecimal number) {
        inputs.require(
                number.scale() >= -15
                        && number.scale() <= 4
                        && number.precision() - number.scale() <= 15,
                field,
                "A number has at most 15 digits before and 4 after the point.");
    }

    private void figure(String field, Aggregate aggregate, BigDecimal than) {
        inputs.require(!aggregate.kinds().isEmpty(), field, "A figure needs a kind of activity.")
                .atMost(field, aggregate.kinds(), 50)
                .between(field, Objects.requireNonNullElse(aggregate.days(), 1), 1, 366);
        SpecCheck.known(field, aggregate.kinds(), kinds.keySet(), inputs);
        SpecCheck.once(field, aggregate.kinds(), inputs);
        number(field, than);
    }
}
