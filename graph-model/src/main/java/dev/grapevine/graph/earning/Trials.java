package dev.grapevine.graph.earning;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sees which drafts are to be tried, and has them tried. */
@Component
class Trials implements Simulations {

    private static final int MOST_DRAFTS = 20;

    private final Activities activities;
    private final Brands brands;
    private final Rulebooks rulebooks;
    private final Decisions decisions;
    private final ActivityTrial trial;
    private final HistoryJobs jobs;
    private final Ids ids;

    Trials(
            Activities activities,
            Brands brands,
            Rulebooks rulebooks,
            Decisions decisions,
            ActivityTrial trial,
            HistoryJobs jobs,
            Ids ids) {
        this.activities = activities;
        this.brands = brands;
        this.rulebooks = rulebooks;
        this.decisions = decisions;
        this.trial = trial;
        this.jobs = jobs;
        this.ids = ids;
    }

    @Override
    public Outcome<SimulatedActivity> simulate(
            Caller caller, String brandKey, SimulateActivity command) {
        return switch (activities.preview(caller, brandKey, command.activity())) {
            case Outcome.Refused<Activity>(var refusals, var isKept) ->
                    new Outcome.Refused<>(refusals, isKept);
            case Outcome.Done<Activity>(var activity, _) ->
                    drafts(activity.brandId(), command.drafts())
                            .map(drafts -> trial.simulate(activity, drafts));
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

    @Override
    public Outcome<Simulation> simulate(Caller caller, String brandKey, SimulateRules command) {
        var brand = brands.byKey(caller, brandKey);
        if (brand.isEmpty()) {
            return Outcome.refused(new Unknown("Brand", brandKey, "brand"));
        }
        var inputs =
                new Inputs()
                        .time("from", command.from())
                        .time("until", command.to())
                        .require(
                                command.from().isBefore(command.to()),
                                "until",
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

    @Override
    public int countDifferences(String simulationId) {
        return jobs.differences(simulationId, 0, Integer.MAX_VALUE).size();
    }
}
