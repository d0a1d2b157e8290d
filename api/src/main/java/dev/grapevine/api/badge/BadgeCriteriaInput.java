package dev.grapevine.api.badge;

import dev.grapevine.api.rule.ConditionInput;
import dev.grapevine.api.rule.ConditionReader;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.rule.Criteria;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What it is to take to earn a badge. */
record BadgeCriteriaInput(
        List<Criteria.Counted> counts,
        @Nullable ConditionInput when,
        Criteria.Measure measure,
        Criteria.Partition partition,
        boolean isRepeatable,
        List<Criteria.Level> levels,
        @Nullable Long threshold,
        boolean isPermanent,
        String timeZone) {

    /**
     * @param name of the badge, and of its only level where a threshold is given
     * @param inputs learns what is wrong already; then the criteria are of no use
     */
    Criteria criteria(String name, Inputs inputs) {
        inputs.require(
                threshold == null || levels.isEmpty(),
                "threshold",
                "Give levels, or a threshold for a single level, not both.");
        return new Criteria(
                counts,
                new ConditionReader("when", inputs).read(when),
                measure,
                partition,
                isRepeatable,
                threshold == null ? levels : List.of(new Criteria.Level(name, threshold)),
                isPermanent,
                timeZone);
    }

    /** Name of the field that says the levels. */
    String fieldOfLevels() {
        return threshold == null ? "levels" : "threshold";
    }
}
