package dev.grapevine.api.badge;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.ConditionFormatter;


import org.jspecify.annotations.Nullable;

import java.util.List;

/** What it takes to earn a badge. */
record BadgeCriteriaView(
        List<BadgeCriteria.WeightedKind> counts,
        @Nullable Condition when,
        @Nullable String whenInWords,
        BadgeCriteria.Measure measure,
        BadgeCriteria.MeasurePeriod period,
        boolean isRepeatable,
        List<BadgeLevel> levels,
        boolean isPermanent,
        String timeZone) {

    static BadgeCriteriaView of(BadgeCriteria badgeCriteria) {
        return new BadgeCriteriaView(
                badgeCriteria.counts(),
                badgeCriteria.when(),
                badgeCriteria.when() == null ? null : ConditionFormatter.of(badgeCriteria.when()),
                badgeCriteria.measure(),
                badgeCriteria.period(),
                badgeCriteria.isRepeatable(),
                BadgeLevel.all(badgeCriteria),
                badgeCriteria.isPermanent(),
                badgeCriteria.timeZone());
    }
}
