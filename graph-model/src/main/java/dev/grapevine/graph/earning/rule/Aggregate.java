package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A figure about what a customer has done up to and with an activity.
 *
 * @param kinds kinds of activities that it looks at, at least one
 * @param days how many calendar days, the activity's own included; null for all time
 */
public record Aggregate(
        @JsonProperty("type") Type type,
        @JsonProperty("kinds") List<String> kinds,
        @JsonProperty("days") @Nullable Integer days) {

    /** What is computed. */
    public enum Type {
        /** How many activities. */
        COUNT,
        /** The sum of their quantities. */
        QUANTITY,
        /** The sum of their values. */
        VALUE,
        /** On how many days. */
        DISTINCT_DAYS,
        /** About how many contributions. */
        DISTINCT_CONTRIBUTIONS,
        /** Of how many kinds. */
        DISTINCT_KINDS,
        /** Over how many channels. */
        DISTINCT_CHANNELS;

        /** Whether it counts different things instead of adding up. */
        public boolean isDistinct() {
            return name().startsWith("DISTINCT");
        }
    }
}
