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

/**
 * Trying rules before they are published. Nothing here writes anything.
 *
 * <p>Sees which drafts are to be tried, and has them tried.
 */
@Component
public class Simulations {

    private static final int MAX_DRAFTS = 20;

    private final Activities activities;
    private final Brands brands;
    private final RuleHistories histories;
    private final ConfigVersions versions;
    private final ActivitySimulator trial;
    private final RuleSimulationJobs jobs;
    private final Ids ids;

    Simulations(
            Activities activities,
            Brands brands,
            RuleHistories histories,
            ConfigVersions versions,
            ActivitySimulator trial,
            RuleSimulationJobs jobs,
            Ids ids) {
        this.activities = activities;
        this.brands = brands;
        this.histories = histories;
        this.versions = versions;
        this.trial = trial;
        this.jobs = jobs;
        this.ids = ids;
    }

    /**
     * What would come of an activity, if it were recorded now; of the budgets of rules it gets what
     * is left. Refusals: as of recording it, {@code RULE_NOT_FOUND}, {@code INVALID_INPUT}.
     */
    public Result<SimulatedActivity> simulate(
            Caller caller, String brandKey, SimulateActivity command) {
        return switch (activities.preview(caller, brandKey, command.activity())) {
            case Result.Rejected<Activity>(var rejections, var isPermanent) ->
                    new Result.Rejected<>(rejections, isPermanent);
            case Result.Success<Activity>(var activity, _) ->
                    drafts(activity.brandId(), command.drafts())
                            .map(drafts -> trial.simulate(activity, drafts));
        };
    }

    private Result<List<Rule>> drafts(String brandId, List<String> versionIds) {
        var validation = new Validation().atMost("drafts", versionIds, MAX_DRAFTS);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var found = versions.byIds(new Caller("simulation", brandId), versionIds);
        var rules = new ArrayList<Rule>();
        for (var id : versionIds) {
            var version = found.get(id);
            if (version == null || version.type() != ConfigVersion.Type.RULE) {
                return Result.rejected(new NotFound("Rule", id, "drafts"));
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
                "drafts",
                "Two of them are versions of the same rule.");
        return validation.isValid() ? Result.success(rules) : validation.rejected();
    }

    /**
     * Begins to go over the history of a brand with drafts in force for what happened in a time, as
     * a job that goes on in this process. Published rules have of their budgets what they gave,
     * drafts all of theirs, in the order in which customers are gone over. Without drafts it shows
     * what the published rules give. Refusals: {@code BRAND_NOT_FOUND}, {@code RULE_NOT_FOUND},
     * {@code INVALID_INPUT}, {@code TOO_MANY_SIMULATIONS}.
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
                        .time("until", command.to())
                        .require(
                                command.from().isBefore(command.to()),
                                "until",
                                "It ends before it begins.");
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var brandId = brand.get().id();
        return switch (drafts(brandId, command.drafts())) {
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

    /** Has what happened in the time reckoned with the drafts. */
    private static Function<ActivityFacts, ActivityFacts> within(StartRuleSimulation command) {
        return facts ->
                facts.at().isBefore(command.from()) || !facts.at().isBefore(command.to())
                        ? facts
                        : facts.withRevision(RuleHistory.drafted(facts.revision()));
    }

    /** The simulations with these ids that the caller may see, by id; forgotten after a day. */
    public Map<String, RuleSimulation> byIds(Caller caller, Collection<String> wanted) {
        return jobs.byIds(caller, wanted);
    }

    /**
     * The differences by customer, the largest first; empty while it runs.
     *
     * @param from how many to leave out
     */
    public List<RuleSimulation.Difference> differences(String simulationId, int from, int most) {
        return jobs.differences(simulationId, from, most);
    }

    /** The number of all differences; 0 while the simulation runs. */
    public int countDifferences(String simulationId) {
        return jobs.differences(simulationId, 0, Integer.MAX_VALUE).size();
    }
}
