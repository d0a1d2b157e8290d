package dev.grapevine.api.earning;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.Nodes;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.earning.simulation.SimulateActivity;
import dev.grapevine.graph.earning.simulation.SimulatedActivity;
import dev.grapevine.graph.earning.simulation.Simulations;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Resolves {@code simulateActivity} and the fields of its result. */
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
            @Argument RecordActivity activity,
            @Argument List<String> ruleVersionIds,
            Caller caller) {
        return SimulateActivityPayload.of(
                simulations.simulate(
                        caller, brand, new SimulateActivity(activity, ruleVersionIds)));
    }

    @SchemaMapping
    List<EvaluationResult.PointsEffect> pointsEffects(SimulatedActivity simulated) {
        return simulated.result().pointsEffects();
    }

    @SchemaMapping
    List<EvaluationResult.BadgeEffect> badges(SimulatedActivity simulated) {
        return simulated.result().badgeEffects();
    }

    @SchemaMapping
    List<EvaluationResult.RuleTrace> ruleTraces(SimulatedActivity simulated) {
        return simulated.result().traces();
    }

    @SchemaMapping
    List<SimulatedCorrection> corrections(SimulatedActivity simulated) {
        return SimulatedCorrection.all(simulated.corrections());
    }

    /** Returns the level, counted from 1. */
    @SchemaMapping(typeName = "SimulatedBadge", field = "level")
    int level(EvaluationResult.BadgeEffect effect) {
        return effect.level() + 1;
    }

    @SchemaMapping(typeName = "SimulatedBadge", field = "measuredValue")
    long measuredValue(EvaluationResult.BadgeEffect badge) {
        return badge.measure();
    }

    @SchemaMapping(typeName = "SimulatedBadge", field = "periodKey")
    @Nullable String periodKey(EvaluationResult.BadgeEffect effect) {
        return effect.periodKey().isEmpty() ? null : effect.periodKey();
    }

    @SchemaMapping(typeName = "SimulatedPointsEffect", field = "calculation")
    List<String> calculation(EvaluationResult.PointsEffect effect) {
        return effect.calculation();
    }

    @BatchMapping(typeName = "SimulatedPointsEffect", field = "ruleVersion")
    Map<EvaluationResult.PointsEffect, Object> rulesOfPointsEffects(
            List<EvaluationResult.PointsEffect> effects) {
        return BatchMappings.load(
                effects, EvaluationResult.PointsEffect::ruleVersionId, this::nodesByIds);
    }

    @BatchMapping(typeName = "SimulatedBadge", field = "ruleVersion")
    Map<EvaluationResult.BadgeEffect, Object> rulesOfBadgeEffects(
            List<EvaluationResult.BadgeEffect> effects) {
        return BatchMappings.load(
                effects, EvaluationResult.BadgeEffect::ruleVersionId, this::nodesByIds);
    }

    @BatchMapping(typeName = "RuleTrace", field = "ruleVersion")
    Map<EvaluationResult.RuleTrace, Object> rulesOfTraces(
            List<EvaluationResult.RuleTrace> ruleTraces) {
        return BatchMappings.load(
                ruleTraces, EvaluationResult.RuleTrace::ruleVersionId, this::nodesByIds);
    }

    private Map<String, Object> nodesByIds(Collection<String> ids) {
        return nodes.byIds(Caller.SYSTEM, ids);
    }
}
