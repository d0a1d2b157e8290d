package dev.grapevine.graph.earning;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.course.Budgets;
import dev.grapevine.graph.course.Course;
import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.course.Standing;
import dev.grapevine.graph.course.Verdict;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;
import dev.grapevine.graph.rule.Rule;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.rule.Rulebook;
import dev.grapevine.graph.rulebook.Decision;
import dev.grapevine.graph.rulebook.Decisions;
import dev.grapevine.graph.rulebook.Rulebooks;
import dev.grapevine.graph.rulebook.SpecText;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Goes over courses in memory, with drafts. */
@Component
class Trials implements Simulations {

    private static final int MOST_DRAFTS = 20;

    private final Activities activities;
    private final Brands brands;
    private final Courses courses;
    private final Rulebooks rulebooks;
    private final Decisions decisions;
    private final RuleBudgets budgets;
    private final HistoryJobs jobs;
    private final Ids ids;
    private final Times times;

    Trials(
            Activities activities,
            Brands brands,
            Courses courses,
            Rulebooks rulebooks,
            Decisions decisions,
            RuleBudgets budgets,
            HistoryJobs jobs,
            Ids ids,
            Times times) {
        this.activities = activities;
        this.brands = brands;
        this.courses = courses;
        this.rulebooks = rulebooks;
        this.decisions = decisions;
        this.budgets = budgets;
        this.jobs = jobs;
        this.ids = ids;
        this.times = times;
    }

    @Override
    public Outcome<SimulatedActivity> simulate(
            Caller caller, String brandKey, SimulateActivity command) {
        return switch (activities.preview(caller, brandKey, command.activity())) {
            case Outcome.Refused<Activity>(var refusals, var isKept) ->
                    new Outcome.Refused<>(refusals, isKept);
            case Outcome.Done<Activity>(var activity, _) ->
                    drafts(activity.brandId(), command.drafts())
                            .map(drafts -> simulate(activity, drafts));
        };
    }

    private Outcome<List<Rule>> drafts(String brandId, List<String> versionIds) {
        var inputs = new Inputs().atMost("drafts", versionIds, MOST_DRAFTS);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var found = decisions.byIds(new Caller("simulation", brandId), versionIds);
        var rules = new ArrayList<Rule>();
        for (var id : versionIds) {
            var decision = found.get(id);
            if (decision == null || decision.type() != Decision.Type.RULE) {
                return Outcome.refused(new Unknown("Rule", id, "drafts"));
            }
            rules.add(
                    Rule.of(
                            id,
                            decision.key(),
                            decision.name(),
                            decision.number(),
                            SpecText.read(decision.spec(), RuleSpec.class)));
        }
        inputs.require(
                rules.stream().map(Rule::key).distinct().count() == rules.size(),
                "drafts",
                "Two of them are versions of the same rule.");
        return inputs.areRight() ? Outcome.done(rules) : inputs.refused();
    }

    private SimulatedActivity simulate(Activity activity, List<Rule> drafts) {
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
        var after = run(rulebook, traveller, with, activity.id(), left);
        var verdict = after.verdict(activity.id());
        var corrections = new HashMap<>(after.sums());
        before.sums().forEach((currency, sum) -> corrections.merge(currency, -sum, Long::sum));
        verdict.gains()
                .forEach(gain -> corrections.merge(gain.currency(), -gain.amount(), Long::sum));
        corrections.values().removeIf(sum -> sum == 0);
        return new SimulatedActivity(
                activity, verdict, corrections, standings(rulebook, after.progress()));
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

    private List<TierStanding> standings(Rulebook rulebook, Progress progress) {
        var standings = new ArrayList<TierStanding>();
        rulebook.latest()
                .ladders()
                .forEach(
                        (key, version) ->
                                standings.add(
                                        new TierStanding(
                                                key,
                                                version.versionId(),
                                                Standing.of(version, progress, times.now()))));
        return standings;
    }

    @Override
    public Outcome<Simulation> simulate(Caller caller, String brandKey, SimulateRules command) {
        var brand = brands.byKey(caller, brandKey);
        if (brand.isEmpty()) {
            return Outcome.refused(new Unknown("Brand", brandKey, "brand"));
        }
        var inputs =
                new Inputs()
                        .time("from", command.from())
                        .time("to", command.to())
                        .require(
                                command.from().isBefore(command.to()),
                                "to",
                                "It ends before it begins.");
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var brandId = brand.get().id();
        return switch (drafts(brandId, command.drafts())) {
            case Outcome.Refused<List<Rule>>(var refusals, var isKept) ->
                    new Outcome.Refused<>(refusals, isKept);
            case Outcome.Done<List<Rule>>(var drafts, _) ->
                    jobs.start(
                            ids.next("sim"),
                            brandId,
                            rulebooks.of(brandId),
                            drafts,
                            drafts.isEmpty() ? Function.identity() : within(command));
        };
    }

    /** Has what happened in the time reckoned with the drafts. */
    private static Function<Happening, Happening> within(SimulateRules command) {
        return happening ->
                happening.at().isBefore(command.from()) || !happening.at().isBefore(command.to())
                        ? happening
                        : happening.reckonedBy(Rulebook.drafted(happening.edition()));
    }

    @Override
    public Map<String, Simulation> byIds(Caller caller, Collection<String> wanted) {
        return jobs.byIds(caller, wanted);
    }

    @Override
    public List<Simulation.Difference> differences(String simulationId, int from, int most) {
        return jobs.differences(simulationId, from, most);
    }
}
