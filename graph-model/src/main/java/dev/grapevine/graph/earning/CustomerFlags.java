package dev.grapevine.graph.earning;

import dev.grapevine.graph.earning.engine.ActivityFacts;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Flags of a customer while activities are recorded, see {@link ActivityFacts.CustomerFlag}.
 *
 * @param timeless flags of activities of any time
 * @param permanentBadges badges whose flags apply to activities after the award. Activities that
 *     still earn the badge lead to the same result; the flag matters once they are cancelled
 */
record CustomerFlags(Set<String> timeless, List<CustomerContext.PermanentBadge> permanentBadges) {

    /** Returns the flags of an activity that occurred at a time. */
    Set<String> at(OffsetDateTime time) {
        var flags = new HashSet<>(timeless);
        for (var badge : permanentBadges) {
            if (badge.since().isBefore(time)) {
                flags.add(ActivityFacts.CustomerFlag.badge(badge.key()));
            }
        }
        return flags;
    }
}
