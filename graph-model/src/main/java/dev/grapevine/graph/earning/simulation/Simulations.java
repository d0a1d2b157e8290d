package dev.grapevine.graph.earning.simulation;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.ConfigVersions;
import dev.grapevine.graph.earning.config.RuleHistories;
import dev.grapevine.graph.earning.config.SpecJson;
import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Service for simulations of one activity or of draft rules. Simulations write nothing. */
@Component
public class Simulations {

    private static final int MAX_DRAFTS = 20;

    private final Activities activities;
    private final Brands brands;
    private final RuleHistories histories;
    private final ConfigVersions versions;
    private final ActivitySimulator simulator;
    private final RuleSimulationJobs jobs;
    private final Ids ids;

    Simulations(
            Activities activities,
            Brands brands,
            RuleHistories histories,
            ConfigVersions versions,
            ActivitySimulator simulator,
            RuleSimulationJobs jobs,
            Ids ids) {
        this.activities = activities;
        this.brands = brands;
        this.histories = histories;
        this.versions = versions;
        this.simulator = simulator;
        this.jobs = jobs;
        this.ids = ids;
    }

    /**
     * Simulates an activity as if it were recorded now; rules with a budget give at most their
     * remaining budget. Rejections: those of recording the activity, {@code RULE_NOT_FOUND}, {@code
     * INVALID_INPUT}.
     */
    public Result<SimulatedActivity> simulate(
            Caller caller, String brandKey, SimulateActivity command) {
        return switch (activities.preview(caller, brandKey, command.activity())) {
            case Result.Rejected<Activity>(var rejections, var isPermanent) ->
                    new Result.Rejected<>(rejections, isPermanent);
            case Result.Success<Activity>(var activity, _) ->
                    drafts(activity.brandId(), command.ruleVersionIds())
                            .map(drafts -> simulator.simulate(activity, drafts));
        };
    }

    private Result<List<Rule>> drafts(String brandId, List<String> versionIds) {
        var validation = new Validation().atMost("ruleVersionIds", versionIds, MAX_DRAFTS);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var found = versions.byIds(new Caller("simulation", brandId), versionIds);
        var rules = new ArrayList<Rule>();
        for (var id : versionIds) {
            var version = found.get(id);
            if (version == null || version.type() != ConfigVersion.Type.RULE) {
                return Result.rejected(new NotFound("Rule", id, "ruleVersionIds"));
            }
            rules.add(
                    Rule.of(
                            id,
                            version.key(),
                            version.name(),
                            version.number(),
                            SpecJson.read(version.spec(), RuleSpec.class)));
        }
        validation.require(
                rules.stream().map(Rule::key).distinct().count() == rules.size(),
                "ruleVersionIds",
                "ruleVersionIds: a rule has more than one version.");
        return validation.isValid() ? Result.success(rules) : validation.rejected();
    }

    /**
     * Starts a simulation of the history of a brand, as a job in this process; drafts apply to the
     * activities that occurred in the period of the command. Published rules have the budgets that
     * they used, drafts their full budgets, in the order in which customers are processed. Without
     * drafts the result is that of the published rules. Rejections: {@code BRAND_NOT_FOUND}, {@code
     * RULE_NOT_FOUND}, {@code INVALID_INPUT}, {@code TOO_MANY_SIMULATIONS}.
     */
    public Result<RuleSimulation> simulate(
            Caller caller, String brandKey, StartRuleSimulation command) {
        var brand = brands.byKey(caller, brandKey);
        if (brand.isEmpty()) {
            return Result.rejected(new NotFound("Brand", brandKey, "brand"));
        }
        var validation =
                new Validation()
                        .time("from", command.from())
                        .time("until", command.until())
                        .require(
                                command.from().isBefore(command.until()),
                                "until",
                                "until "
                                        + command.until()
                                        + " is not after from "
                                        + command.from()
                                        + ".");
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var brandId = brand.get().id();
        return switch (drafts(brandId, command.ruleVersionIds())) {
            case Result.Rejected<List<Rule>>(var rejections, var isPermanent) ->
                    new Result.Rejected<>(rejections, isPermanent);
            case Result.Success<List<Rule>>(var drafts, _) ->
                    jobs.start(
                            ids.next("sim"),
                            brandId,
                            histories.of(brandId),
                            drafts,
                            drafts.isEmpty() ? Function.identity() : within(command));
        };
    }

    /** Returns the function that assigns the revision with drafts to activities of the period. */
    private static Function<ActivityFacts, ActivityFacts> within(StartRuleSimulation command) {
        return facts ->
                facts.at().isBefore(command.from()) || !facts.at().isBefore(command.until())
                        ? facts
                        : facts.withRevision(RuleHistory.drafted(facts.revision()));
    }

    /**
     * Returns the simulations with these ids that the caller may see, by id; a simulation is
     * removed after a day.
     */
    public Map<String, RuleSimulation> byIds(Caller caller, Collection<String> ids) {
        return jobs.byIds(caller, ids);
    }

    /**
     * Returns a page of the differences by customer, the largest first; empty while the simulation
     * runs.
     *
     * @param from number of differences to skip
     * @param max maximum number of differences
     */
    public List<RuleSimulation.Difference> differences(String simulationId, int from, int max) {
        return jobs.differences(simulationId, from, max);
    }

    /** Returns the number of all differences; 0 while the simulation runs. */
    public int countDifferences(String simulationId) {
        return jobs.differences(simulationId, 0, Integer.MAX_VALUE).size();
    }
}
