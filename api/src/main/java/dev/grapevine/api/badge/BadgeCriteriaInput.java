package dev.grapevine.api.badge;

import dev.grapevine.api.earning.rule.ConditionInput;
import dev.grapevine.api.earning.rule.ConditionMapper;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Criteria of a badge: counted kinds, condition, measure, period and levels. */
record BadgeCriteriaInput(
        List<BadgeCriteria.WeightedKind> kinds,
        @Nullable ConditionInput when,
        BadgeCriteria.Measure measure,
        BadgeCriteria.MeasurePeriod period,
        boolean isRepeatable,
        List<BadgeCriteria.Level> levels,
        @Nullable Long threshold,
        boolean isPermanent,
        String timeZone) {

    /**
     * Returns the criteria.
     *
     * @param name name of the badge; with a {@code threshold} also the name of the only level
     * @param validation receives the violations that the API finds; the result is unusable if there
     *     are any
     */
    BadgeCriteria criteria(String name, Validation validation) {
        validation.require(
                threshold == null || levels.isEmpty(),
                "threshold",
                "threshold and levels exclude each other: give levels, or a threshold for a"
                        + " single level.");
        return new BadgeCriteria(
                kinds,
                new ConditionMapper("when", validation).read(when),
                measure,
                period,
                isRepeatable,
                threshold == null ? levels : List.of(new BadgeCriteria.Level(name, threshold)),
                isPermanent,
                timeZone);
    }

    /** Returns the name of the input field that holds the levels. */
    String levelsField() {
        return threshold == null ? "levels" : "threshold";
    }
}
