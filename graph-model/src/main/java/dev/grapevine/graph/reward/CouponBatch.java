package dev.grapevine.graph.reward;

import java.time.OffsetDateTime;

/**
 * Coupon codes that were added to a reward by one call.
 *
 * @param id {@code cpb_…}
 * @param added how many codes were new
 * @param duplicates how many the reward had already, or were given twice in the call
 */
public record CouponBatch(
        String id,
        String brandId,
        String rewardId,
        long added,
        long duplicates,
        OffsetDateTime addedAt) {}
