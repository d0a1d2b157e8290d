package dev.grapevine.graph.earning;

import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.engine.ActivityFacts.Position;
import dev.grapevine.graph.earning.engine.CustomerRef;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.rule.RuleHistory;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Customer whose activities are evaluated, with all data that the evaluation needs besides the
 * activities.
 *
 * @param joinedAt time of joining the brand; null if unknown
 * @param revision number of the current configuration revision of the brand; 0 for none
 * @param hasReferrer true if another customer referred this customer
 * @param manualBadges keys of manually awarded badges
 * @param permanentBadges earned badges that stay when their cause is cancelled
 * @param revokedBadges keys of badges that a caller revoked
 * @param snapshot stored state; null before the first evaluation
 * @param activities number of activities, those of this transaction included, if there is no
 *     snapshot; otherwise 0
 */
public record CustomerContext(
        String customerId,
        String brandId,
        @Nullable OffsetDateTime joinedAt,
        long revision,
        boolean hasReferrer,
        List<String> manualBadges,
        List<PermanentBadge> permanentBadges,
        List<String> revokedBadges,
        @Nullable EarningSnapshot snapshot,
        long activities) {

    /**
     * Permanent badge of a customer.
     *
     * @param since time of the earliest award
     */
    record PermanentBadge(String key, OffsetDateTime since) {}

    public CustomerRef customer() {
        return new CustomerRef(customerId, joinedAt);
    }

    /** Returns the flags of the customer now, which are stored with the activities recorded now. */
    public CustomerFlags flags() {
        return new CustomerFlags(timeless(), permanentBadges);
    }

    private Set<String> timeless() {
        var flags = new HashSet<String>();
        if (hasReferrer) {
            flags.add(ActivityFacts.CustomerFlag.HAS_REFERRER);
        }
        manualBadges.forEach(badge -> flags.add(ActivityFacts.CustomerFlag.badge(badge)));
        revokedBadges.forEach(badge -> flags.add(ActivityFacts.CustomerFlag.revoked(badge)));
        return flags;
    }

    /**
     * Returns the watermarks of the snapshot: the position of the latest activity by dependency
     * group.
     */
    Map<String, Position> watermarks() {
        return snapshot == null ? Map.of() : snapshot.parsedWatermarks();
    }

    /**
     * Returns true if the snapshot can be continued with new activities: the snapshot matches the
     * configuration, and each new activity follows the watermark of its dependency group.
     *
     * @param newActivities activities of this transaction
     */
    boolean canAppend(
            RuleHistory history,
            Map<String, Position> watermarks,
            List<ActivityFacts> newActivities) {
        if (snapshot == null) {
            return activities == newActivities.size();
        }
        return history.signature().equals(snapshot.signature())
                && newActivities.stream().allMatch(it -> isNext(history, watermarks, it));
    }

    /**
     * Returns true if the snapshot could be continued with an activity that is not recorded.
     *
     * @param recorded number of recorded activities
     */
    public boolean canAppend(RuleHistory history, int recorded, ActivityFacts next) {
        return snapshot == null ? recorded == 0 : canAppend(history, watermarks(), List.of(next));
    }

    private static boolean isNext(
            RuleHistory history, Map<String, Position> watermarks, ActivityFacts facts) {
        var group = history.dependencyGroups().of(facts.kind());
        var watermark = group == null ? null : watermarks.get(group);
        return watermark == null || facts.position().compareTo(watermark) > 0;
    }

    /** Returns the state of the snapshot, without the counters of contributions. */
    public EarningState state() {
        return snapshot == null ? EarningState.none() : EarningState.of(snapshot.parsedNumbers());
    }
}
