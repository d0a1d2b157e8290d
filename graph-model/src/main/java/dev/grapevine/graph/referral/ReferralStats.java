package dev.grapevine.graph.referral;

import java.util.List;

/**
 * Statistics of a customer's referral tree.
 *
 * @param direct number of customers referred by the customer
 * @param descendants number of customers referred directly or indirectly
 * @param maxDepth length of the longest downward chain
 * @param byDepth number of customers at each depth, from 1 upwards
 */
public record ReferralStats(long direct, long descendants, int maxDepth, List<DepthCount> byDepth) {

    /** Number of customers at a depth. */
    public record DepthCount(int depth, long count) {}

    static ReferralStats of(List<DepthCount> byDepth) {
        var direct = byDepth.isEmpty() ? 0 : byDepth.getFirst().count();
        return new ReferralStats(
                direct,
                byDepth.stream().mapToLong(DepthCount::count).sum(),
                byDepth.size(),
                byDepth);
    }
}
