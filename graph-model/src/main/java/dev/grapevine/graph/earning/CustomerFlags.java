package dev.grapevine.graph.earning;

import dev.grapevine.graph.earning.engine.ActivityFacts;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is true of a customer while activities are recorded, see {@link ActivityFacts.CustomerFlag}.
 *
 * @param always of whatever time the activities are
 * @param permanentBadges badges that count for activities from after they were earned: where their
 *     causes still stand, the activities alone say the same
 */
record CustomerFlags(Set<String> always, List<CustomerContext.KeptBadge> permanentBadges) {

    /** What is true for an activity of that time. */
    Set<String> at(OffsetDateTime time) {
        var flags = new HashSet<>(always);
        for (var badge : permanentBadges) {
            if (badge.since().isBefore(time)) {
                flags.add(ActivityFacts.CustomerFlag.badge(badge.key()));
            }
        }
        return flags;
    }
}
