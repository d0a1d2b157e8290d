package dev.grapevine.api.badge;

import dev.grapevine.api.earning.rule.ConditionInput;
import dev.grapevine.api.earning.rule.ConditionMapper;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What it is to take to earn a badge. */
record BadgeCriteriaInput(
        List<BadgeCriteria.WeightedKind> counts,
        @Nullable ConditionInput when,
        BadgeCriteria.Measure measure,
        BadgeCriteria.MeasurePeriod period,
        boolean isRepeatable,
        List<BadgeCriteria.Level> levels,
        @Nullable Long threshold,
        boolean isPermanent,
        String timeZone) {

    /**
     * @param name of the badge, and of its only level where a threshold is given
     * @param validation learns what is wrong already; then the criteria are of no use
     */
    BadgeCriteria criteria(String name, Validation validation) {
        validation.require(
                threshold == null || levels.isEmpty(),
                "threshold",
                "Give levels, or a threshold for a single level, not both.");
        return new BadgeCriteria(
                counts,
                new ConditionMapper("when", validation).read(when),
                measure,
                period,
                isRepeatable,
                threshold == null ? levels : List.of(new BadgeCriteria.Level(name, threshold)),
                isPermanent,
                timeZone);
    }

    /** Name of the field that says the levels. */
    String fieldOfLevels() {
        return threshold == null ? "levels" : "threshold";
    }
}
