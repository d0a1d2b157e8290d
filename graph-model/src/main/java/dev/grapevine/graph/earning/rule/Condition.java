package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What must hold for a rule to fire or for a badge to count an activity. Data: it is examined,
 * never executed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "test")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.All.class, name = "all"),
    @JsonSubTypes.Type(value = Condition.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Condition.Not.class, name = "not"),
    @JsonSubTypes.Type(value = Condition.KindIn.class, name = "kind"),
    @JsonSubTypes.Type(value = Condition.ChannelIn.class, name = "channel"),
    @JsonSubTypes.Type(value = Condition.FieldIs.class, name = "field"),
    @JsonSubTypes.Type(value = Condition.ValueIs.class, name = "value"),
    @JsonSubTypes.Type(value = Condition.QuantityIs.class, name = "quantity"),
    @JsonSubTypes.Type(value = Condition.SubjectCondition.class, name = "subject"),
    @JsonSubTypes.Type(value = Condition.TimeOfDay.class, name = "timeOfDay"),
    @JsonSubTypes.Type(value = Condition.Weekdays.class, name = "weekdays"),
    @JsonSubTypes.Type(value = Condition.TierIn.class, name = "tier"),
    @JsonSubTypes.Type(value = Condition.HasBadge.class, name = "badge"),
    @JsonSubTypes.Type(value = Condition.MembershipDays.class, name = "membershipDays"),
    @JsonSubTypes.Type(value = Condition.HasReferrer.class, name = "referrer"),
    @JsonSubTypes.Type(value = Condition.NthOfKind.class, name = "nth"),
    @JsonSubTypes.Type(value = Condition.AggregateIs.class, name = "aggregate"),
    @JsonSubTypes.Type(value = Condition.ExpressionIs.class, name = "expression"),
})
public sealed interface Condition {

    /** How deep a condition may be nested. */
    int MAX_DEPTH = 20;

    /** How many parts a condition may have in all. */
    int MAX = 200;

    /** Each of them holds. */
    record All(@JsonProperty("of") List<Condition> of) implements Condition {}

    /** At least one of them holds. */
    record Any(@JsonProperty("of") List<Condition> of) implements Condition {}

    /** It does not hold. */
    record Not(@JsonProperty("of") Condition of) implements Condition {}

    /** The activity is of one of these kinds. */
    record KindIn(@JsonProperty("kinds") List<String> kinds) implements Condition {}

    /** The activity came over one of these channels. */
    record ChannelIn(@JsonProperty("channels") List<String> channels) implements Condition {}

    /**
     * A field of the activity compares so; an activity without the field fails.
     *
     * @param value as the field's type writes it
     */
    record FieldIs(
            @JsonProperty("field") String field,
            @JsonProperty("comparison") Comparison comparison,
            @JsonProperty("value") String value)
            implements Condition {}

    /** The activity's value (money) compares so; an activity without a value fails. */
    record ValueIs(
            @JsonProperty("comparison") Comparison comparison,
            @JsonProperty("value") BigDecimal value)
            implements Condition {}

    /** The activity's quantity compares so. */
    record QuantityIs(
            @JsonProperty("comparison") Comparison comparison,
            @JsonProperty("quantity") long quantity)
            implements Condition {}

    /**
     * What the activity is about.
     *
     * @param kinds kinds of contributions; empty for any
     * @param isReplyToOwn whether the contribution must, or must not, answer the customer's own
     */
    record SubjectCondition(
            @JsonProperty("kinds") List<String> kinds,
            @JsonProperty("isReplyToOwn") @Nullable Boolean isReplyToOwn)
            implements Condition {}

    /** The activity happened from the one time of day on until the other, perhaps over midnight. */
    record TimeOfDay(@JsonProperty("from") LocalTime from, @JsonProperty("until") LocalTime until)
            implements Condition {}

    /** The activity happened on one of these days of the week. */
    record Weekdays(@JsonProperty("days") List<DayOfWeek> days) implements Condition {}

    /** The customer stood on one of these tiers before the activity. */
    record TierIn(@JsonProperty("ladder") String ladder, @JsonProperty("tiers") List<String> tiers)
            implements Condition {}

    /** The customer had the badge before the activity. */
    record HasBadge(@JsonProperty("badge") String badge) implements Condition {}

    /** So many whole days have passed since the customer joined. */
    record MembershipDays(
            @JsonProperty("comparison") Comparison comparison, @JsonProperty("days") long days)
            implements Condition {}

    /** Somebody had brought the customer when the activity was recorded. */
    record HasReferrer() implements Condition {}

    /**
     * The activity is the customer's n-th of its kind.
     *
     * @param isEvery whether each multiple of n is meant as well
     */
    record NthOfKind(@JsonProperty("n") long n, @JsonProperty("isEvery") boolean isEvery)
            implements Condition {}

    /** A figure about what the customer has done compares so. */
    record AggregateIs(
            @JsonProperty("aggregate") Aggregate aggregate,
            @JsonProperty("comparison") Comparison comparison,
            @JsonProperty("than") BigDecimal than)
            implements Condition {}

    /** A CEL expression is true. */
    record ExpressionIs(@JsonProperty("expression") String expression) implements Condition {}

    /** The same with other comparisons of fields. */
    default Condition withFields(UnaryOperator<FieldIs> change) {
        return switch (this) {
            case All(var of) -> new All(of.stream().map(it -> it.withFields(change)).toList());
            case Any(var of) -> new Any(of.stream().map(it -> it.withFields(change)).toList());
            case Not(var of) -> new Not(of.withFields(change));
            case FieldIs it -> change.apply(it);
            default -> this;
        };
    }

    /** The conditions that this one is made of. */
    default List<Condition> parts() {
        return switch (this) {
            case All(var of) -> of;
            case Any(var of) -> of;
            case Not(var of) -> List.of(of);
            default -> List.of();
        };
    }
}
