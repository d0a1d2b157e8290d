package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Content of a rule version: for activities of its kinds that satisfy its condition, a rule gives
 * points, multiplies the points of other rules, awards a badge, or several of these.
 *
 * @param kinds keys of the activity kinds, at least one
 * @param when condition; null for none
 * @param points points that the rule gives or takes; null for none
 * @param multiplier multiplier for other rules; null for none
 * @param badge key of the awarded badge; null for none
 * @param priority rules with a higher priority are evaluated first, and win in their exclusive
 *     group
 * @param exclusiveGroup name of a group of which only the first rule that fires has effect; null
 *     for none
 * @param caps upper bounds of the points that the rule gives to a customer
 * @param budget points that the rule can give to all customers together; null for no bound
 * @param timeZone IANA name of the time zone of days, weeks and times of day
 * @param from start of the occurrence times that the rule applies to, inclusive; null for no bound
 * @param until end of the occurrence times that the rule applies to, exclusive; null for no bound
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

    /** Returns a copy with another condition. */
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

    /** Returns true if the rule applies to activities that occurred at a time. */
    public boolean isOpenAt(OffsetDateTime at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }
}
