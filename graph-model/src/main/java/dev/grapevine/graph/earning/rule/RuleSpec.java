package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A rule in full: for activities of these kinds, if the condition holds, it gives points,
 * multiplies what others give, awards a badge, or several of these.
 *
 * @param kinds kinds of activities that it listens to, at least one
 * @param when what must hold besides; null for nothing
 * @param badge key of the badge that it awards
 * @param priority the higher, the earlier it is worked out, and the rule that wins in its group
 * @param exclusiveGroup of the rules of one group only the first that fires gives anything
 * @param caps the most that it gives to a customer
 * @param budget the most that it gives to all customers together
 * @param timeZone in which its days, weeks and hours are meant; an IANA name
 * @param from activities that happened before do not concern it
 * @param until activities that happened then or later do not concern it
 */
public record RuleSpec(
        @JsonProperty("kinds") List<String> kinds,
        @JsonProperty("when") @Nullable Condition when,
        @JsonProperty("points") @Nullable PointsAction points,
        @JsonProperty("multiplier") @Nullable Multiplier multiplier,
        @JsonProperty("badge") @Nullable String badge,
        @JsonProperty("priority") int priority,
        @JsonProperty("exclusiveGroup") @Nullable String exclusiveGroup,
        @JsonProperty("caps") List<Cap> caps,
        @JsonProperty("budget") @Nullable Long budget,
        @JsonProperty("timeZone") String timeZone,
        @JsonProperty("from") @Nullable OffsetDateTime from,
        @JsonProperty("until") @Nullable OffsetDateTime until) {

    /** The same under another condition. */
    public RuleSpec when(@Nullable Condition other) {
        return new RuleSpec(
                kinds,
                other,
                points,
                multiplier,
                badge,
                priority,
                exclusiveGroup,
                caps,
                budget,
                timeZone,
                from,
                until);
    }

    /** Whether it concerns what happened at a moment. */
    public boolean isOpenAt(OffsetDateTime at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }
}
