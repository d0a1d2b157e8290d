package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What it takes to earn a badge.
 *
 * @param counts the activities that are looked at, each kind once
 * @param when what must hold for an activity to be looked at
 * @param period within what is measured
 * @param isRepeatable whether it can be earned in each period or for each contribution again
 * @param levels from the lowest up
 * @param isPermanent whether it stays when what it was earned by is withdrawn
 * @param timeZone in which days and periods are meant
 */
public record BadgeCriteria(
        @JsonProperty("counts") List<WeightedKind> counts,
        @JsonProperty("when") @Nullable Condition when,
        @JsonProperty("measure") Measure measure,
        @JsonProperty("period") MeasurePeriod period,
        @JsonProperty("isRepeatable") boolean isRepeatable,
        @JsonProperty("levels") List<Level> levels,
        @JsonProperty("isPermanent") boolean isPermanent,
        @JsonProperty("timeZone") String timeZone) {

    /** Of a badge that is only awarded by hand: nothing earns it. */
    public static final BadgeCriteria BY_HAND =
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

    /** The same under another condition. */
    public BadgeCriteria when(@Nullable Condition other) {
        return new BadgeCriteria(
                counts, other, measure, period, isRepeatable, levels, isPermanent, timeZone);
    }

    /**
     * A kind of activity.
     *
     * @param weight how much one counts; below zero it takes away
     */
    public record WeightedKind(
            @JsonProperty("kind") String kind, @JsonProperty("weight") int weight) {}

    /**
     * A level of a badge.
     *
     * @param name for example {@code Gold}; the only level of a badge may be called as the badge
     * @param threshold the measure that reaches it
     */
    public record Level(
            @JsonProperty("name") String name, @JsonProperty("threshold") long threshold) {}

    /** What is measured. */
    public enum Measure {
        /** Activities, by their weights. The first of its kind is a count of 1. */
        COUNT,
        /** Quantities, by the weights of their activities. */
        QUANTITY,
        /** Values (money), by the weights of their activities. */
        VALUE,
        /** Different contributions. */
        DISTINCT_CONTRIBUTIONS,
        /** Different kinds of activities. */
        DISTINCT_KINDS,
        /** Different days. */
        DISTINCT_DAYS,
        /** Days without a gap. */
        STREAK_OF_DAYS
    }

    /** Within what is measured. */
    public enum MeasurePeriod {
        ALL_TIME,
        DAY,
        WEEK,
        MONTH,
        YEAR,
        CONTRIBUTION
    }

    /** How much an activity of the kind counts; null if it is not looked at. */
    public @Nullable Integer weightOf(String kind) {
        for (var weightedKind : counts) {
            if (weightedKind.kind().equals(kind)) {
                return weightedKind.weight();
            }
        }
        return null;
    }
}
