package dev.grapevine.api.earning;

import dev.grapevine.api.kernel.Batch;
import dev.grapevine.api.kernel.Nodes;
import dev.grapevine.graph.course.Verdict;
import dev.grapevine.graph.earning.SimulateActivity;
import dev.grapevine.graph.earning.SimulatedActivity;
import dev.grapevine.graph.earning.Simulations;
import dev.grapevine.graph.kernel.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What would come of an activity. */
@Controller
class SimulatedActivityController {

    private final Simulations simulations;
    private final Nodes nodes;

    SimulatedActivityController(Simulations simulations, Nodes nodes) {
        this.simulations = simulations;
        this.nodes = nodes;
    }

    @QueryMapping
    SimulateActivityPayload simulateActivity(
            @Argument String brand,
            @Argument ActivityInput activity,
            @Argument List<String> drafts,
            Caller caller) {
        return SimulateActivityPayload.of(
                simulations.simulate(
                        caller, brand, new SimulateActivity(activity.command(), drafts)));
    }

    @SchemaMapping
    List<Verdict.Gain> pointsEffects(SimulatedActivity simulated) {
        return simulated.verdict().gains();
    }

    @SchemaMapping
    List<Verdict.Honour> badges(SimulatedActivity simulated) {
        return simulated.verdict().honours();
    }

    @SchemaMapping
    List<Verdict.Finding> ruleTraces(SimulatedActivity simulated) {
        return simulated.verdict().findings();
    }

    @SchemaMapping
    List<SimulatedCorrection> corrections(SimulatedActivity simulated) {
        return SimulatedCorrection.all(simulated.corrections());
    }

    /** People count levels from 1 on. */
    @SchemaMapping(typeName = "SimulatedBadge", field = "level")
    int level(Verdict.Honour honour) {
        return honour.level() + 1;
    }

    @SchemaMapping(typeName = "SimulatedBadge", field = "scope")
    @Nullable String scope(Verdict.Honour honour) {
        return honour.scope().isEmpty() ? null : honour.scope();
    }

    @SchemaMapping(typeName = "SimulatedPointsEffect", field = "calculation")
    List<String> calculation(Verdict.Gain gain) {
        return gain.working();
    }

    @BatchMapping(typeName = "SimulatedPointsEffect", field = "ruleVersion")
    Map<Verdict.Gain, Object> ofGains(List<Verdict.Gain> gains) {
        return Batch.load(gains, Verdict.Gain::ruleVersionId, this::find);
    }

    @BatchMapping(typeName = "SimulatedBadge", field = "ruleVersion")
    Map<Verdict.Honour, Object> ofHonours(List<Verdict.Honour> honours) {
        return Batch.load(honours, Verdict.Honour::ruleVersionId, this::find);
    }

    @BatchMapping(typeName = "RuleTrace", field = "ruleVersion")
    Map<Verdict.Finding, Object> ofFindings(List<Verdict.Finding> findings) {
        return Batch.load(findings, Verdict.Finding::ruleVersionId, this::find);
    }

    private Map<String, Object> find(Collection<String> ids) {
        return nodes.byIds(Caller.GRAPEVINE, ids);
    }
}
