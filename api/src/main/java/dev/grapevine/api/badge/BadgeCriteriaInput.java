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
        boolean isPermanent,
        String timeZone) {

    /**
     * @param inputs learns what is wrong already; then the criteria are of no use
     */
    Criteria criteria(Inputs inputs) {
        return new Criteria(
                counts,
                new ConditionReader("when", inputs).read(when),
                measure,
                partition,
                isRepeatable,
                levels,
                isPermanent,
                timeZone);
    }
}
