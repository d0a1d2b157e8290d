package dev.grapevine.graph.earning.simulation;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.earning.tier.CustomerTier;

import java.util.List;
import java.util.Map;

/**
 * Result of the simulation of an activity.
 *
 * @param activity activity as it would be recorded
 * @param result points, badges and rule traces of the activity
 * @param corrections changes of the points of other activities, by currency: a late activity
 *     changes results after it
 * @param tiers tiers of the customer afterwards
 */
public record SimulatedActivity(
        Activity activity,
        EvaluationResult result,
        Map<String, Long> corrections,
        List<CustomerTier> tiers) {}
