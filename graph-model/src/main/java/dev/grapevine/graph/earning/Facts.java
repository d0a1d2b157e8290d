package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Happening;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is true of a customer while activities are recorded, see {@link Happening.Fact}.
 *
 * @param always of whatever time the activities are
 * @param badgesKept badges that count for activities from after they were earned: where their
 *     causes still stand, the activities alone say the same
 */
record Facts(Set<String> always, List<Traveller.KeptBadge> badgesKept) {

    /** What is true for an activity of that time. */
    Set<String> at(OffsetDateTime time) {
        var facts = new HashSet<>(always);
        for (var badge : badgesKept) {
            if (badge.since().isBefore(time)) {
                facts.add(Happening.Fact.badge(badge.key()));
            }
        }
        return facts;
    }
}
