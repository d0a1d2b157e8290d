package dev.grapevine.api.earning.rule;

import dev.grapevine.graph.earning.rule.Condition;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.util.List;

/**
 * A condition; one of the members is there. Those that it is made of are left as GraphQL has read
 * them, maps within maps, until {@link ConditionMapper} knows that they are not too many.
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
        Condition.@Nullable SubjectCondition about,
        @Nullable TimeOfDayConditionInput timeOfDay,
        @Nullable List<DayOfWeek> weekdays,
        @Nullable TierConditionInput tier,
        @Nullable String hasBadge,
        Condition.@Nullable MembershipDays memberForDays,
        @Nullable Boolean hasReferrer,
        Condition.@Nullable NthOfKind nthOfKind,
        Condition.@Nullable AggregateIs aggregate,
        @Nullable String formula) {

    /** The conditions that it is made of. */
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
