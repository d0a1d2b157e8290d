package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Count, sum or distinct count over the activities of a customer, up to and including the evaluated
 * activity.
 *
 * @param kinds keys of the aggregated activity kinds, at least one
 * @param days length of the window in calendar days, the day of the activity included; null for an
 *     unlimited window
 */
public record Aggregate(
        @JsonProperty("type") Type type,
        @JsonProperty("kinds") List<String> kinds,
        @JsonProperty("days") @Nullable Integer days) {

    /** Function that an aggregate computes. */
    public enum Type {
        /** Number of activities. */
        COUNT,
        /** Sum of the quantities. */
        QUANTITY,
        /** Sum of the values (money). */
        VALUE,
        /** Number of distinct days with an activity. */
        DISTINCT_DAYS,
        /** Number of distinct contributions that activities are about. */
        DISTINCT_CONTRIBUTIONS,
        /** Number of distinct activity kinds. */
        DISTINCT_KINDS,
        /** Number of distinct channels. */
        DISTINCT_CHANNELS;

        /** Returns true for distinct counts, false for counts and sums. */
        public boolean isDistinct() {
            return name().startsWith("DISTINCT");
        }
    }
}
