package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.course.Course;
import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.course.Verdict;
import dev.grapevine.graph.points.Earning;
import dev.grapevine.graph.points.Earnings;
import dev.grapevine.graph.points.Earnings.Earned;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Goes over courses from the beginning and books the difference to what was booked before, activity
 * by activity and rule by rule. Costs one round trip for the histories and one for what was booked,
 * for however many customers.
 */
@Component
class Recount {

    private final Courses courses;
    private final Earnings ledger;

    Recount(Courses courses, Earnings ledger) {
        this.courses = courses;
        this.ledger = ledger;
    }

    /**
     * @param news activities of this transaction by their ids, which are not marked yet
     * @param results with the budgets of all rules
     */
    void goOver(List<Traveller> travellers, Map<String, Happening> news, Results results) {
        if (travellers.isEmpty()) {
            return;
        }
        var customerIds = travellers.stream().map(Traveller::customerId).toList();
        var histories = courses.history(customerIds);
        // Nobody has earned anything of whom no course is stored.
        var known =
                travellers.stream()
                        .filter(traveller -> traveller.course() != null)
                        .map(Traveller::customerId)
                        .toList();
        var earned = known.isEmpty() ? List.<Earned>of() : ledger.ofCustomers(known);
        var budgets = results.budgets().given(earned);
        var earnedBefore = earned.stream().collect(groupingBy(Earned::customerId));
        for (var traveller : travellers) {
            var id = traveller.customerId();
            var progress = Progress.none();
            var course = new Course(results.rulebook(), traveller.member(), progress, budgets);
            var before = before(earnedBefore.getOrDefault(id, List.of()));
            var taken = new ArrayList<Happening>();
            for (var activity : histories.getOrDefault(id, List.of())) {
                var next =
                        news.containsKey(activity.id())
                                ? Objects.requireNonNull(news.get(activity.id()))
                                : Courses.happening(activity);
                taken.add(next);
                correct(id, course.take(next), before, results);
            }
            before.values().forEach(rest -> takeBack(rest, results));
            if (traveller.course() != null) {
                results.isAnew(id);
            }
            results.add(traveller, Map.of(), taken, progress);
        }
        budgets.giveBackTheRest();
    }

    private static Map<String, Earned> before(List<Earned> earned) {
        var before = new HashMap<String, Earned>();
        earned.forEach(it -> before.put(it.activityId() + "|" + it.ruleVersionId(), it));
        return before;
    }

    private static void correct(
            String customerId, Verdict verdict, Map<String, Earned> before, Results results) {
        results.honour(customerId, verdict);
        for (var gain : verdict.gains()) {
            var had = before.remove(verdict.happening().activityId() + "|" + gain.ruleVersionId());
            var difference = had == null ? gain.amount() : difference(gain.amount(), had);
            if (difference != 0) {
                var booked = had == null ? 0 : had.amount();
                results.correct(customerId, verdict, gain, difference, booked);
            }
        }
    }

    /** What was taken back by a reversal is not taken a second time. */
    private static long difference(long wanted, Earned had) {
        var difference = wanted - had.amount();
        return difference >= 0 || had.reversed() == 0
                ? difference
                : Math.max(difference, Math.min(0, had.reversed() - had.amount()));
    }

    private static void takeBack(Earned had, Results results) {
        var difference = difference(0, had);
        if (difference != 0) {
            var rule = Objects.requireNonNull(results.rulebook().rule(had.ruleVersionId()));
            results.takeBack(
                    new Earning(
                            had.customerId(),
                            had.currency(),
                            difference,
                            rule.name(),
                            had.activityId(),
                            had.occurredAt(),
                            had.ruleVersionId(),
                            List.of(
                                    rule.words(),
                                    "Corrected from "
                                            + had.amount()
                                            + " to 0: the activity or another was withdrawn or"
                                            + " came late"),
                            true));
        }
    }
}
