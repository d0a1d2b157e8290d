package dev.grapevine.graph.earning;

import java.util.Collection;
import java.util.List;

/**
 * Port for awarding earned badges, implemented by the badge module. Both methods run inside a
 * transaction that has locked the customers.
 */
public interface BadgeAwarder {

    /**
     * Awards earned badges, and restores awards that were revoked automatically and are earned
     * again.
     */
    void awardEarned(String brandId, List<EarnedBadge> earned);

    /**
     * Makes the earned awards of customers equal to the badges that their activities earn: adds
     * missing awards, and revokes awards that are no longer earned unless the badge is permanent.
     *
     * @param earned all badges that the activities of these customers earn
     */
    void reconcile(String brandId, Collection<String> customerIds, List<EarnedBadge> earned);
}
