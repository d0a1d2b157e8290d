package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.course.Budgets;
import dev.grapevine.graph.course.Course;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.course.Verdict;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.rulebook.Rulebooks;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds out what awards were earned by, by going over courses again. */
@Component
class CourseEvidence implements Evidence {

    private final Courses courses;
    private final Rulebooks rulebooks;

    CourseEvidence(Courses courses, Rulebooks rulebooks) {
        this.courses = courses;
        this.rulebooks = rulebooks;
    }

    @Override
    public Map<String, List<Activity>> of(Map<String, EarnedBy> awards) {
        var evidence = new HashMap<String, List<Activity>>();
        var byCustomer =
                awards.entrySet().stream()
                        .collect(groupingBy(award -> award.getValue().customerId()));
        if (awards.isEmpty()) {
            return evidence;
        }
        var histories = courses.history(byCustomer.keySet());
        for (var traveller : courses.travellers(byCustomer.keySet())) {
            var history = histories.getOrDefault(traveller.customerId(), List.of());
            var verdicts = verdicts(traveller, history);
            for (var award : Objects.requireNonNull(byCustomer.get(traveller.customerId()))) {
                evidence.put(award.getKey(), evidence(award.getValue(), history, verdicts));
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
            EarnedBy award, List<Activity> history, List<Verdict> verdicts) {
        var found = new ArrayList<Activity>();
        Verdict.Counted wanted = null;
        for (var i = history.size() - 1; i >= 0 && found.size() < MOST; i--) {
            var isTheOne = history.get(i).id().equals(award.activityId());
            var counted = verdicts.get(i).counted();
            if (isTheOne) {
                wanted =
                        counted.stream()
                                .filter(it -> it.badgeKey().equals(award.badgeKey()))
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
