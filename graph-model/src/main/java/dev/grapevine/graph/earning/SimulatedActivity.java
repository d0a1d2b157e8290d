package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Verdict;
import dev.grapevine.graph.engagement.Activity;

import java.util.List;
import java.util.Map;

/**
 * What would come of an activity.
 *
 * @param activity as it would be recorded
 * @param verdict what it would earn, and for each rule why it would fire or not
 * @param corrections what would change for other activities, because it comes late; by currency
 * @param standings where the customer would stand afterwards
 */
public record SimulatedActivity(
        Activity activity,
        Verdict verdict,
        Map<String, Long> corrections,
        List<TierStanding> standings) {}
