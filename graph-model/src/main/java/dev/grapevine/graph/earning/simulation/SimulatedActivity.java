package dev.grapevine.graph.earning.simulation;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.earning.tier.CustomerTier;

import java.util.List;
import java.util.Map;

/**
 * What would come of an activity.
 *
 * @param activity as it would be recorded
 * @param result what it would earn, and for each rule why it would fire or not
 * @param corrections what would change for other activities, because it comes late; by currency
 * @param standings where the customer would stand afterwards
 */
public record SimulatedActivity(
        Activity activity,
        EvaluationResult result,
        Map<String, Long> corrections,
        List<CustomerTier> standings) {}
