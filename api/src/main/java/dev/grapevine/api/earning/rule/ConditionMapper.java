package dev.grapevine.api.earning.rule;

import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.data.GraphQlArgumentBinder;
import org.springframework.validation.BindException;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Maps condition inputs to conditions. Checks depth and size iteratively before the recursive
 * mapping, because both are chosen by the caller.
 */
public final class ConditionMapper {

    private static final ResolvableType INPUT = ResolvableType.forClass(ConditionInput.class);

    private final GraphQlArgumentBinder binder = new GraphQlArgumentBinder();
    private final String field;
    private final Validation validation;

    /**
     * @param field input field that holds the condition
     * @param validation receives the violations
     */
    public ConditionMapper(String field, Validation validation) {
        this.field = field;
        this.validation = validation;
    }

    /**
     * Returns the condition; null if the input is null or too large. A violation is added if depth
     * or size exceed their bounds, or a time of day is invalid.
     */
    public @Nullable Condition read(@Nullable ConditionInput input) {
        if (input == null) {
            return null;
        }
        if (!isWithinBounds(input)) {
            validation.require(
                    false,
                    field,
                    field
                            + " exceeds the size of a condition: at most "
                            + Condition.MAX_DEPTH
                            + " levels and at most "
                            + Condition.MAX
                            + " parts.");
            return null;
        }
        return part(input);
    }

    private static boolean isWithinBounds(ConditionInput input) {
        var level = input.parts();
        var size = 1;
        for (var depth = 1; depth <= Condition.MAX_DEPTH && size <= Condition.MAX; depth++) {
            if (level.isEmpty()) {
                return true;
            }
            size += level.size();
            level = size > Condition.MAX ? level : nested(level);
        }
        return false;
    }

    private static List<Object> nested(List<Object> level) {
        var nested = new ArrayList<Object>();
        for (var part : level) {
            if (part instanceof Map<?, ?> members) {
                for (var member : members.entrySet()) {
                    switch (String.valueOf(member.getKey())) {
                        case "all", "any" -> nested.addAll((List<?>) member.getValue());
                        case "not" -> nested.add(member.getValue());
                        default -> {}
                    }
                }
            }
        }
        return nested;
    }

    private Condition part(Object map) {
        try {
            return part((ConditionInput) Objects.requireNonNull(binder.bind(map, false, INPUT)));
        } catch (BindException e) {
            throw new IllegalStateException(
                    "A condition that the schema accepts cannot be bound", e);
        }
    }

    private Condition part(ConditionInput input) {
        if (input.all() != null) {
            return new Condition.All(input.all().stream().map(this::part).toList());
        }
        if (input.any() != null) {
            return new Condition.Any(input.any().stream().map(this::part).toList());
        }
        if (input.not() != null) {
            return new Condition.Not(part(input.not()));
        }
        if (input.timeOfDay() != null) {
            return new Condition.TimeOfDay(
                    time(input.timeOfDay().from()), time(input.timeOfDay().until()));
        }
        if (input.hasReferrer() != null) {
            var hasReferrer = new Condition.HasReferrer();
            return input.hasReferrer() ? hasReferrer : new Condition.Not(hasReferrer);
        }
        return input.field() == null ? leaf(input) : input.field().condition();
    }

    private static Condition leaf(ConditionInput input) {
        if (input.kindIn() != null) {
            return new Condition.KindIn(input.kindIn());
        }
        if (input.channelIn() != null) {
            return new Condition.ChannelIn(input.channelIn());
        }
        if (input.weekdays() != null) {
            return new Condition.Weekdays(input.weekdays());
        }
        if (input.badge() != null) {
            return new Condition.HasBadge(input.badge());
        }
        if (input.tier() != null) {
            return input.tier().condition();
        }
        if (input.expression() != null) {
            return new Condition.ExpressionIs(input.expression());
        }
        return Stream.<@Nullable Condition>of(
                        input.value(),
                        input.quantity(),
                        input.contribution(),
                        input.membershipDays(),
                        input.nthOfKind(),
                        input.aggregate())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
    }

    private LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException _) {
            validation.require(
                    false,
                    field,
                    field
                            + ": timeOfDay '"
                            + text
                            + "' is not of the form HH:mm, for example 17:30.");
            return LocalTime.MIDNIGHT;
        }
    }
}
