package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue: what customers can get for their points. A reward's terms never change; its stock
 * and its coupons are added to, and in the end it is retired. Every command is carried out once per
 * idempotency key and refuses {@code INVALID_INPUT}.
 */
public interface Rewards {

    /** The most that can be in stock. */
    long LARGEST_STOCK = 1_000_000_000;

    /** The most codes that one call adds. */
    int LARGEST_BATCH = 1_000;

    /**
     * Defines a reward. Refusals: {@code BRAND_NOT_FOUND}, {@code CURRENCY_NOT_FOUND}, {@code
     * BADGE_NOT_FOUND}, {@code REWARD_KEY_TAKEN}.
     */
    Outcome<Reward> define(Call call, String brandKey, DefineReward command);

    /**
     * Adds to the stock of a reward. Refusals: {@code REWARD_NOT_FOUND}, {@code STOCK_UNLIMITED},
     * {@link RewardNotValid} if it is retired.
     */
    Outcome<Reward> restock(Call call, RestockReward command);

    /**
     * Retires a reward. Refusals: {@code REWARD_NOT_FOUND}, {@link RewardNotValid} the second time.
     */
    Outcome<Reward> retire(Call call, RetireReward command);

    /**
     * Adds coupon codes to a reward that hands them out; codes that it has already are counted and
     * left alone. They are handed out in the order in which they came. Refusals: {@code
     * REWARD_NOT_FOUND}, {@code HANDS_OUT_NO_COUPONS}, {@link RewardNotValid} if it is retired.
     */
    Outcome<CouponBatch> addCoupons(Call call, AddCoupons command);

    /** The reward of a brand with this key, if the caller may see it. */
    Optional<Reward> byKey(Caller caller, String brandKey, String key);

    /** The rewards of each brand, earliest first, by brand id. One round trip. */
    Map<String, Page<Reward>> ofBrands(Collection<String> brandIds, PageRequest request);

    /** The number of rewards of each brand, by brand id. One round trip. */
    Map<String, Long> countsOfBrands(Collection<String> brandIds);

    /** The rewards with these ids that the caller may see, by id. One round trip. */
    Map<String, Reward> byIds(Caller caller, Collection<String> ids);

    /** The batches of coupons with these ids that the caller may see, by id. One round trip. */
    Map<String, CouponBatch> couponBatchesByIds(Caller caller, Collection<String> ids);
}
