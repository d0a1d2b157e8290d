package dev.grapevine.graph.badge;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.earning.BadgeEvidence;
import dev.grapevine.graph.kernel.command.Caller;

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
    private final BadgeEvidence badgeEvidence;

    AwardEvidence(Badges badges, BadgeEvidence badgeEvidence) {
        this.badges = badges;
        this.badgeEvidence = badgeEvidence;
    }

    /**
     * The activities by which each award was earned, by the id of the award, as {@link
     * BadgeEvidence} finds them; an empty list for a manual award. Three round trips.
     */
    public Map<String, List<Activity>> ofAwards(Collection<BadgeAward> awards) {
        var found = new HashMap<String, List<Activity>>();
        awards.forEach(award -> found.put(award.id(), List.of()));
        var earned = awards.stream().filter(award -> award.activityId() != null).toList();
        if (!earned.isEmpty()) {
            var ids = earned.stream().map(BadgeAward::badgeId).distinct().toList();
            var known = badges.byIds(Caller.SYSTEM, ids);
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
            found.putAll(badgeEvidence.of(questions));
        }
        return found;
    }

    private static BadgeEvidence.EarnedBy question(BadgeAward award, Badge badge) {
        return new BadgeEvidence.EarnedBy(
                award.customerId(), badge.key(), Objects.requireNonNull(award.activityId()));
    }
}
