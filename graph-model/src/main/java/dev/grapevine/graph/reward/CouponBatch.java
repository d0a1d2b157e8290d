package dev.grapevine.graph.reward;

import java.time.OffsetDateTime;

/**
 * Coupon codes added to a reward by one call.
 *
 * @param id {@code cpb_…}
 * @param added number of new codes
 * @param duplicates number of codes that the reward already had or that the call repeated
 */
public record CouponBatch(
        String id,
        String brandId,
        String rewardId,
        long added,
        long duplicates,
        OffsetDateTime addedAt) {}
