package dev.grapevine.graph.earning;

import java.util.Collection;
import java.util.List;

/**
 * Port for awarding earned badges, implemented by the badge module. Both methods are called inside
 * a transaction that has locked the customers.
 */
public interface BadgeAwarder {

    /**
     * Awards earned badges, and restores those that were revoked because their activity was
     * cancelled and that are earned again.
     */
    void awardEarned(String brandId, List<EarnedBadge> earned);

    /**
     * Makes the earned awards of customers equal to all that their activities earn: missing awards
     * are added, awards that are not earned any more are revoked unless the badge is permanent.
     *
     * @param earned all badges that the activities of these customers earn
     */
    void reconcile(String brandId, Collection<String> customerIds, List<EarnedBadge> earned);
}
