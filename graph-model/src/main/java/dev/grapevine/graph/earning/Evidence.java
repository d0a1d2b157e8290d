package dev.grapevine.graph.earning;

import dev.grapevine.graph.engagement.Activity;

import java.util.List;
import java.util.Map;

/** What badges were earned by. */
public interface Evidence {

    /** How many activities are shown at most. */
    int MOST = 100;

    /**
     * An award that is explained.
     *
     * @param activityId the activity that earned the badge
     */
    record EarnedBy(String customerId, String badgeKey, String activityId) {}

    /**
     * The activities that each award was earned by, the latest {@value #MOST} of them, latest
     * first, by the same key: those that the badge has looked at up to the one that earned it, in
     * the same period or about the same contribution; for a rule, that one. Goes over the
     * customers' courses anew: two round trips for all of them.
     *
     * @param awards by a key of the caller's choice
     */
    Map<String, List<Activity>> of(Map<String, EarnedBy> awards);
}
