package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Budgets;
import dev.grapevine.graph.course.Course;
import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.course.Verdict;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.rule.Rule;
import dev.grapevine.graph.rule.Rulebook;
import dev.grapevine.graph.rulebook.Rulebooks;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes over a course in memory, with one activity more and with drafts. */
@Component
class ActivityTrial {

    private final Courses courses;
    private final Rulebooks rulebooks;
    private final RuleBudgets budgets;
    private final Times times;

    ActivityTrial(Courses courses, Rulebooks rulebooks, RuleBudgets budgets, Times times) {
        this.courses = courses;
        this.rulebooks = rulebooks;
        this.budgets = budgets;
        this.times = times;
    }

    /**
     * @param activity what would be recorded
     */
    SimulatedActivity simulate(Activity activity, List<Rule> drafts) {
        var traveller = courses.travellers(List.of(activity.customerId())).getFirst();
        var published = rulebooks.upTo(traveller.brandId(), traveller.edition());
        var rulebook = published.with(drafts);
        var edition = Rulebook.drafted(traveller.edition());
        var happening = Courses.happening(activity, edition, traveller.facts());
        var history =
                courses
                        .history(List.of(activity.customerId()))
                        .getOrDefault(activity.customerId(), List.of())
                        .stream()
                        .map(Courses::happening)
                        .toList();
        var own = List.of(activity.customerId());
        var rules = published.rulesWithBudgets();
        var before = run(published, traveller, history, "", budgets.used(rules, own));
        var with = new ArrayList<>(history);
        with.add(happening);
        with.sort(Comparator.comparing(Happening::place));
        var left = budgets.left(rules, own).and(drafts);
        var isNext = traveller.goesOn(published, history.size(), happening);
        var after =
                run(
                        rulebook,
                        traveller,
                        with,
                        activity.id(),
                        isNext ? onlyFor(activity.id(), left, budgets.used(rules, own)) : left);
        var verdict = after.verdict(activity.id());
        var corrections = new HashMap<>(after.sums());
        before.sums().forEach((currency, sum) -> corrections.merge(currency, -sum, Long::sum));
        verdict.gains()
                .forEach(gain -> corrections.merge(gain.currency(), -gain.amount(), Long::sum));
        corrections.values().removeIf(sum -> sum == 0);
        return new SimulatedActivity(
                activity,
                verdict,
                corrections,
                TierStanding.of(rulebook, after.progress(), times.now()));
    }

    /** What comes next changes nothing for those before it, whatever is left by now. */
    private static Budgets onlyFor(String asked, Budgets left, Budgets used) {
        return (activityId, version, wanted) ->
                (activityId.equals(asked) ? left : used).take(activityId, version, wanted);
    }

    /** A course gone over. */
    private record Run(List<Verdict> verdicts, Progress progress) {

        Verdict verdict(String activityId) {
            return verdicts.stream()
                    .filter(verdict -> verdict.happening().activityId().equals(activityId))
                    .findFirst()
                    .orElseThrow();
        }

        Map<String, Long> sums() {
            var sums = new HashMap<String, Long>();
            for (var verdict : verdicts) {
                verdict.gains()
                        .forEach(gain -> sums.merge(gain.currency(), gain.amount(), Long::sum));
            }
            return sums;
        }
    }

    /**
     * @param asked the activity of which is to be said what became of each rule
     */
    private static Run run(
            Rulebook rulebook,
            Traveller traveller,
            List<Happening> happenings,
            String asked,
            Budgets budgets) {
        var progress = Progress.none();
        var course = new Course(rulebook, traveller.member(), progress, budgets);
        var verdicts =
                happenings.stream()
                        .map(
                                it ->
                                        it.activityId().equals(asked)
                                                ? course.takeWithFindings(it)
                                                : course.take(it))
                        .toList();
        return new Run(verdicts, progress);
    }
}
