package dev.grapevine.api.badge;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.ConditionFormatter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The criteria of a badge, as the schema type {@code BadgeCriteria} shows them. */
record BadgeCriteriaView(
        List<BadgeCriteria.WeightedKind> kinds,
        @Nullable Condition when,
        @Nullable String whenInWords,
        BadgeCriteria.Measure measure,
        BadgeCriteria.MeasurePeriod period,
        boolean isRepeatable,
        List<BadgeLevel> levels,
        boolean isPermanent,
        String timeZone) {

    static BadgeCriteriaView of(BadgeCriteria criteria) {
        return new BadgeCriteriaView(
                criteria.kinds(),
                criteria.when(),
                criteria.when() == null ? null : ConditionFormatter.of(criteria.when()),
                criteria.measure(),
                criteria.period(),
                criteria.isRepeatable(),
                BadgeLevel.all(criteria),
                criteria.isPermanent(),
                criteria.timeZone());
    }
}
