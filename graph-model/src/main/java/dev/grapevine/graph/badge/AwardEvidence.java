package dev.grapevine.graph.badge;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.earning.Evidence;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Caller;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Activities by which awards were earned. */
@Component
public class AwardEvidence {

    private final Badges badges;
    private final Evidence evidence;

    AwardEvidence(Badges badges, Evidence evidence) {
        this.badges = badges;
        this.evidence = evidence;
    }

    /**
     * The activities by which each award was earned, by the id of the award, as {@link Evidence}
     * finds them; an empty list for a manual award. Three round trips.
     */
    public Map<String, List<Activity>> ofAwards(Collection<BadgeAward> awards) {
        var found = new HashMap<String, List<Activity>>();
        awards.forEach(award -> found.put(award.id(), List.of()));
        var earned = awards.stream().filter(award -> award.activityId() != null).toList();
        if (!earned.isEmpty()) {
            var ids = earned.stream().map(BadgeAward::badgeId).distinct().toList();
            var known = badges.byIds(Caller.GRAPEVINE, ids);
            var questions =
                    earned.stream()
                            .collect(
                                    toMap(
                                            BadgeAward::id,
                                            award ->
                                                    question(
                                                            award,
                                                            Objects.requireNonNull(
                                                                    known.get(award.badgeId())))));
            found.putAll(evidence.of(questions));
        }
        return found;
    }

    private static Evidence.EarnedBy question(BadgeAward award, Badge badge) {
        return new Evidence.EarnedBy(
                award.customerId(), badge.key(), Objects.requireNonNull(award.activityId()));
    }
}
