package dev.grapevine.graph.referral;

import java.util.List;

/**
 * How far word of mouth went from one customer.
 *
 * @param direct whom the customer brought
 * @param descendants whom these and theirs brought, the direct ones included
 * @param maxDepth length of the longest chain downwards
 * @param byDepth how many there are at each depth, from 1 on
 */
public record ReferralStats(long direct, long descendants, int maxDepth, List<DepthCount> byDepth) {

    /** How many customers there are at a depth. */
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
