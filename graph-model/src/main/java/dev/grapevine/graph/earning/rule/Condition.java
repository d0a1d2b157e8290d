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
 * Predicate over an activity and the state of its customer, under which a rule fires or a badge
 * counts the activity. Conditions are data: they are interpreted, never executed.
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
    @JsonSubTypes.Type(value = Condition.ContributionCondition.class, name = "subject"),
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

    /** Maximum nesting depth of a condition. */
    int MAX_DEPTH = 20;

    /** Maximum number of parts of a condition, at all levels together. */
    int MAX = 200;

    /** Conjunction: all parts hold. */
    record All(@JsonProperty("of") List<Condition> of) implements Condition {}

    /** Disjunction: at least one part holds. */
    record Any(@JsonProperty("of") List<Condition> of) implements Condition {}

    /** Negation: the part does not hold. */
    record Not(@JsonProperty("of") Condition of) implements Condition {}

    /** The activity is of one of the kinds. */
    record KindIn(@JsonProperty("kinds") List<String> kinds) implements Condition {}

    /** The activity used one of the channels. */
    record ChannelIn(@JsonProperty("channels") List<String> channels) implements Condition {}

    /**
     * A field of the activity compares as stated with a constant; false for an activity without the
     * field.
     *
     * @param value constant in the canonical form of the field's type
     */
    record FieldIs(
            @JsonProperty("field") String field,
            @JsonProperty("comparison") Comparison comparison,
            @JsonProperty("value") String value)
            implements Condition {}

    /**
     * The value (money) of the activity compares as stated with a constant; false for an activity
     * without a value.
     */
    record ValueIs(
            @JsonProperty("comparison") Comparison comparison,
            @JsonProperty("value") BigDecimal value)
            implements Condition {}

    /** The quantity of the activity compares as stated with a constant. */
    record QuantityIs(
            @JsonProperty("comparison") Comparison comparison,
            @JsonProperty("quantity") long quantity)
            implements Condition {}

    /**
     * The activity is about a contribution of one of the kinds.
     *
     * @param kinds kinds of contributions; empty for any
     * @param isReplyToOwn true or false to require that the contribution is, or is not, a reply to
     *     a contribution of the customer; null for either
     */
    record ContributionCondition(
            @JsonProperty("kinds") List<String> kinds,
            @JsonProperty("isReplyToOwn") @Nullable Boolean isReplyToOwn)
            implements Condition {}

    /**
     * The local time of the activity is at or after {@code from} and before {@code until}; the
     * range spans midnight if {@code from} is the later one.
     */
    record TimeOfDay(@JsonProperty("from") LocalTime from, @JsonProperty("until") LocalTime until)
            implements Condition {}

    /** The activity occurred on one of the days of the week. */
    record Weekdays(@JsonProperty("days") List<DayOfWeek> days) implements Condition {}

    /**
     * The customer had one of the tiers before the activity.
     *
     * @param tierSet key of the tier set
     * @param tiers keys of the tiers
     */
    record TierIn(
            @JsonProperty("tierSet") String tierSet, @JsonProperty("tiers") List<String> tiers)
            implements Condition {}

    /** The customer had the badge before the activity. */
    record HasBadge(@JsonProperty("badge") String badge) implements Condition {}

    /** The number of whole days since the customer joined compares as stated with a constant. */
    record MembershipDays(
            @JsonProperty("comparison") Comparison comparison, @JsonProperty("days") long days)
            implements Condition {}

    /** The customer had a referrer when the activity was recorded. */
    record HasReferrer() implements Condition {}

    /**
     * The activity is the n-th of its kind of the customer.
     *
     * @param isEvery true if multiples of n count as well
     */
    record NthOfKind(@JsonProperty("n") long n, @JsonProperty("isEvery") boolean isEvery)
            implements Condition {}

    /** An aggregate over the activities of the customer compares as stated with a constant. */
    record AggregateIs(
            @JsonProperty("aggregate") Aggregate aggregate,
            @JsonProperty("comparison") Comparison comparison,
            @JsonProperty("value") BigDecimal value)
            implements Condition {}

    /** A CEL expression over the activity is true. */
    record ExpressionIs(@JsonProperty("expression") String expression) implements Condition {}

    /** Returns a copy in which each comparison of a field is replaced. */
    default Condition withFields(UnaryOperator<FieldIs> change) {
        return switch (this) {
            case All(var of) -> new All(of.stream().map(it -> it.withFields(change)).toList());
            case Any(var of) -> new Any(of.stream().map(it -> it.withFields(change)).toList());
            case Not(var of) -> new Not(of.withFields(change));
            case FieldIs it -> change.apply(it);
            default -> this;
        };
    }

    /** Returns the direct parts; empty for a condition that is not composed. */
    default List<Condition> parts() {
        return switch (this) {
            case All(var of) -> of;
            case Any(var of) -> of;
            case Not(var of) -> List.of(of);
            default -> List.of();
        };
    }
}
