package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Criteria by which activities earn a badge.
 *
 * @param kinds counted activity kinds with their weights, each kind once
 * @param when condition that a counted activity satisfies; null for none
 * @param period period within which the measure is taken
 * @param isRepeatable true if the badge can be earned again in each period or for each contribution
 * @param levels levels in ascending order of their thresholds
 * @param isPermanent true if an award stays when its activities are cancelled
 * @param timeZone IANA name of the time zone of days and periods
 */
public record BadgeCriteria(
        @JsonProperty("kinds") List<WeightedKind> kinds,
        @JsonProperty("when") @Nullable Condition when,
        @JsonProperty("measure") Measure measure,
        @JsonProperty("period") MeasurePeriod period,
        @JsonProperty("isRepeatable") boolean isRepeatable,
        @JsonProperty("levels") List<Level> levels,
        @JsonProperty("isPermanent") boolean isPermanent,
        @JsonProperty("timeZone") String timeZone) {

    /** Criteria of a badge that is awarded manually or by rules only: no activity counts. */
    public static final BadgeCriteria MANUAL =
            new BadgeCriteria(
                    List.of(),
                    null,
                    Measure.COUNT,
                    MeasurePeriod.ALL_TIME,
                    false,
                    List.of(),
                    true,
                    "UTC");

    /**
     * Criteria of a badge with a single level that a number of activities of one kind reaches.
     *
     * @param level name of the level
     * @param threshold number of activities
     */
    public static BadgeCriteria counting(String kind, String level, long threshold) {
        return new BadgeCriteria(
                List.of(new WeightedKind(kind, 1)),
                null,
                Measure.COUNT,
                MeasurePeriod.ALL_TIME,
                false,
                List.of(new Level(level, threshold)),
                false,
                "UTC");
    }

    /** Returns a copy with another condition. */
    public BadgeCriteria when(@Nullable Condition other) {
        return new BadgeCriteria(
                kinds, other, measure, period, isRepeatable, levels, isPermanent, timeZone);
    }

    /**
     * Counted activity kind.
     *
     * @param weight weight of one activity; negative weights reduce the measure
     */
    public record WeightedKind(
            @JsonProperty("kind") String kind, @JsonProperty("weight") int weight) {}

    /**
     * Level of a badge.
     *
     * @param name name, for example {@code Gold}; the only level of a badge may have the name of
     *     the badge
     * @param threshold smallest measure that reaches the level
     */
    public record Level(
            @JsonProperty("name") String name, @JsonProperty("threshold") long threshold) {}

    /** Measure that is compared with the thresholds of the levels. */
    public enum Measure {
        /** Sum of the weights of the activities. */
        COUNT,
        /** Sum of the quantities, each times the weight of its kind. */
        QUANTITY,
        /** Sum of the values (money), each times the weight of its kind. */
        VALUE,
        /** Number of distinct contributions. */
        DISTINCT_CONTRIBUTIONS,
        /** Number of distinct activity kinds. */
        DISTINCT_KINDS,
        /** Number of distinct days. */
        DISTINCT_DAYS,
        /** Number of consecutive days up to the day of the activity. */
        STREAK_OF_DAYS
    }

    /** Period within which the measure is taken. */
    public enum MeasurePeriod {
        ALL_TIME,
        DAY,
        WEEK,
        MONTH,
        YEAR,
        CONTRIBUTION
    }

    /** Returns the weight of a kind; null if the kind is not counted. */
    public @Nullable Integer weightOf(String kind) {
        for (var weightedKind : kinds) {
            if (weightedKind.kind().equals(kind)) {
                return weightedKind.weight();
            }
        }
        return null;
    }
}
