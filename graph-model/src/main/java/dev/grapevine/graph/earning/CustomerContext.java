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
 * A customer whose activities are reckoned.
 *
 * @param revision number of the latest edition of their brand's rulebook
 * @param hasReferrer whether somebody has brought them
 * @param manualBadges keys of badges that they were awarded by hand
 * @param permanentBadges badges that they have earned and keep, whatever becomes of their causes
 * @param revokedBadges keys of badges that somebody has taken back from them
 * @param snapshot how far they have come; null if nothing was reckoned yet
 * @param activities then, how many activities they have, those of this transaction included
 */
public record CustomerContext(
        String customerId,
        String brandId,
        @Nullable OffsetDateTime joinedAt,
        long revision,
        boolean hasReferrer,
        List<String> manualBadges,
        List<KeptBadge> permanentBadges,
        List<String> revokedBadges,
        @Nullable EarningSnapshot snapshot,
        long activities) {

    /**
     * A badge that stays.
     *
     * @param since when it was earned
     */
    record KeptBadge(String key, OffsetDateTime since) {}

    public CustomerRef member() {
        return new CustomerRef(customerId, joinedAt);
    }

    /** What is true of them now, to be kept with what they do now. */
    public CustomerFlags flags() {
        return new CustomerFlags(always(), permanentBadges);
    }

    private Set<String> always() {
        var flags = new HashSet<String>();
        if (hasReferrer) {
            flags.add(ActivityFacts.CustomerFlag.HAS_REFERRER);
        }
        manualBadges.forEach(badge -> flags.add(ActivityFacts.CustomerFlag.badge(badge)));
        revokedBadges.forEach(badge -> flags.add(ActivityFacts.CustomerFlag.lost(badge)));
        return flags;
    }

    /** The places of the latest activities that the course contains, by strand. */
    Map<String, Position> watermarks() {
        return snapshot == null ? Map.of() : snapshot.lastPlaces();
    }

    /**
     * Whether the course can go on from where it stands: each strand of it is where the first of
     * its new activities comes next.
     *
     * @param news the new activities
     */
    boolean canAppend(RuleHistory history, Map<String, Position> lasts, List<ActivityFacts> news) {
        if (snapshot == null) {
            return activities == news.size();
        }
        return history.signature().equals(snapshot.signature())
                && news.stream().allMatch(it -> isNext(history, lasts, it));
    }

    /**
     * Whether the course could go on with an activity that is not recorded.
     *
     * @param recorded how many are
     */
    public boolean canAppend(RuleHistory history, int recorded, ActivityFacts next) {
        return snapshot == null ? recorded == 0 : canAppend(history, watermarks(), List.of(next));
    }

    private static boolean isNext(
            RuleHistory history, Map<String, Position> lasts, ActivityFacts facts) {
        var strand = history.dependencyGroups().of(facts.kind());
        var last = strand == null ? null : lasts.get(strand);
        return last == null || facts.position().compareTo(last) > 0;
    }

    /** How far they have come, without what is kept of contributions. */
    public EarningState progress() {
        return snapshot == null ? EarningState.none() : EarningState.of(snapshot.read());
    }
}
