package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.course.Budgets;
import dev.grapevine.graph.course.Course;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.course.Verdict;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.rulebook.Rulebooks;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds out what awards were earned by, by going over courses again. */
@Component
class CourseEvidence implements Evidence {

    private final Courses courses;
    private final Rulebooks rulebooks;
    private final Badges badges;

    CourseEvidence(Courses courses, Rulebooks rulebooks, Badges badges) {
        this.courses = courses;
        this.rulebooks = rulebooks;
        this.badges = badges;
    }

    @Override
    public Map<String, List<Activity>> ofAwards(Collection<BadgeAward> awards) {
        var earned = awards.stream().filter(award -> award.activityId() != null).toList();
        var evidence = new HashMap<String, List<Activity>>();
        awards.forEach(award -> evidence.put(award.id(), List.of()));
        if (earned.isEmpty()) {
            return evidence;
        }
        var byCustomer = earned.stream().collect(groupingBy(BadgeAward::customerId));
        var ids = earned.stream().map(BadgeAward::badgeId).distinct().toList();
        var keys =
                badges.byIds(Caller.GRAPEVINE, ids).values().stream()
                        .collect(toMap(Badge::id, Badge::key));
        var histories = courses.history(byCustomer.keySet());
        for (var traveller : courses.travellers(byCustomer.keySet())) {
            var history = histories.getOrDefault(traveller.customerId(), List.of());
            var verdicts = verdicts(traveller, history);
            for (var award : Objects.requireNonNull(byCustomer.get(traveller.customerId()))) {
                var key = Objects.requireNonNull(keys.get(award.badgeId()));
                evidence.put(award.id(), evidence(award, key, history, verdicts));
            }
        }
        return evidence;
    }

    private List<Verdict> verdicts(Traveller traveller, List<Activity> history) {
        var rulebook = rulebooks.upTo(traveller.brandId(), traveller.edition());
        var course = new Course(rulebook, traveller.member(), Progress.none(), Budgets.ENDLESS);
        return history.stream().map(activity -> course.take(Courses.happening(activity))).toList();
    }

    private static List<Activity> evidence(
            BadgeAward award, String badgeKey, List<Activity> history, List<Verdict> verdicts) {
        var found = new ArrayList<Activity>();
        Verdict.Counted wanted = null;
        for (var i = history.size() - 1; i >= 0 && found.size() < MOST; i--) {
            var isTheOne = history.get(i).id().equals(award.activityId());
            var counted = verdicts.get(i).counted();
            if (isTheOne) {
                wanted =
                        counted.stream()
                                .filter(it -> it.badgeKey().equals(badgeKey))
                                .findFirst()
                                .orElse(null);
            }
            if (isTheOne || (wanted != null && counted.contains(wanted))) {
                found.add(history.get(i));
            }
        }
        return found;
    }
}
