package dev.grapevine.api.earning.rule;

import dev.grapevine.graph.earning.rule.Condition;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.util.List;

/**
 * A condition; exactly one member is set. Nested conditions are the maps of GraphQL Java, until
 * {@link ConditionMapper} has checked depth and size.
 */
public record ConditionInput(
        @Nullable List<Object> all,
        @Nullable List<Object> any,
        @Nullable Object not,
        @Nullable List<String> kindIn,
        @Nullable List<String> channelIn,
        @Nullable FieldConditionInput field,
        Condition.@Nullable ValueIs value,
        Condition.@Nullable QuantityIs quantity,
        Condition.@Nullable ContributionCondition contribution,
        @Nullable TimeOfDayConditionInput timeOfDay,
        @Nullable List<DayOfWeek> weekdays,
        @Nullable TierConditionInput tier,
        @Nullable String badge,
        Condition.@Nullable MembershipDays membershipDays,
        @Nullable Boolean hasReferrer,
        Condition.@Nullable NthOfKind nthOfKind,
        Condition.@Nullable AggregateIs aggregate,
        @Nullable String expression) {

    /** Returns the directly nested conditions. */
    List<Object> parts() {
        if (all != null) {
            return all;
        }
        if (any != null) {
            return any;
        }
        return not == null ? List.of() : List.of(not);
    }
}
