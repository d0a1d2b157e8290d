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

/** Evidence of badge awards: the activities that the awards counted. */
@Component
public class AwardEvidence {

    private final Badges badges;
    private final BadgeEvidence badgeEvidence;

    AwardEvidence(Badges badges, BadgeEvidence badgeEvidence) {
        this.badges = badges;
        this.badgeEvidence = badgeEvidence;
    }

    /**
     * Returns the activities that each award counted, by the id of the award, as {@link
     * BadgeEvidence} finds them; an empty list for a manual award. Three round trips.
     */
    public Map<String, List<Activity>> ofAwards(Collection<BadgeAward> awards) {
        var evidence = new HashMap<String, List<Activity>>();
        awards.forEach(award -> evidence.put(award.id(), List.of()));
        var earned = awards.stream().filter(award -> award.activityId() != null).toList();
        if (!earned.isEmpty()) {
            var ids = earned.stream().map(BadgeAward::badgeId).distinct().toList();
            var badgesById = badges.byIds(Caller.SYSTEM, ids);
            var earnedBy =
                    earned.stream()
                            .collect(
                                    toMap(
                                            BadgeAward::id,
                                            award ->
                                                    earnedBy(
                                                            award,
                                                            Objects.requireNonNull(
                                                                    badgesById.get(
                                                                            award.badgeId())))));
            evidence.putAll(badgeEvidence.of(earnedBy));
        }
        return evidence;
    }

    private static BadgeEvidence.EarnedBy earnedBy(BadgeAward award, Badge badge) {
        return new BadgeEvidence.EarnedBy(
                award.customerId(), badge.key(), Objects.requireNonNull(award.activityId()));
    }
}
