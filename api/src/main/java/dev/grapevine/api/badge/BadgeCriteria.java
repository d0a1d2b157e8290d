package dev.grapevine.api.badge;

import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rule.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What it takes to earn a badge. */
record BadgeCriteria(
        List<Criteria.Counted> counts,
        @Nullable Condition when,
        @Nullable String whenInWords,
        Criteria.Measure measure,
        Criteria.Partition partition,
        boolean isRepeatable,
        List<BadgeLevel> levels,
        boolean isPermanent,
        String timeZone) {

    static BadgeCriteria of(Criteria criteria) {
        return new BadgeCriteria(
                criteria.counts(),
                criteria.when(),
                criteria.when() == null ? null : Words.of(criteria.when()),
                criteria.measure(),
                criteria.partition(),
                criteria.isRepeatable(),
                BadgeLevel.all(criteria),
                criteria.keepsWhenWithdrawn(),
                criteria.timeZone());
    }
}
