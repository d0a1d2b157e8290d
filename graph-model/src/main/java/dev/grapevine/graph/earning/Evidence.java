package dev.grapevine.graph.earning;

import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.engagement.Activity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What badges were earned by. */
public interface Evidence {

    /** How many activities are shown at most. */
    int MOST = 100;

    /**
     * The activities that each award was earned by, the latest {@value #MOST} of them, latest
     * first, by the id of the award: those that the badge has looked at up to the one that earned
     * it, in the same period or about the same contribution; for a rule, that one. Nothing for what
     * was awarded by hand. Goes over the customers' courses anew: two round trips for all of them.
     */
    Map<String, List<Activity>> ofAwards(Collection<BadgeAward> awards);
}
