package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.util.Collection;
import java.util.Map;

/**
 * What customers got for their points. Both commands are carried out once per idempotency key, in
 * one transaction: what is refused has changed nothing, and its key stays free.
 */
public interface Redemptions {

    /**
     * Gives a reward to a customer for points; exact under any load. A reward of which there is no
     * end is not locked: its redemptions run side by side. Refusals: {@code CUSTOMER_NOT_FOUND},
     * {@code REWARD_NOT_FOUND} (also one of another brand than the customer's), {@link
     * RewardNotValid}, {@link NotEligible}, {@code REWARD_LIMIT_REACHED}, {@code OUT_OF_STOCK},
     * {@code OUT_OF_COUPONS}, {@code INSUFFICIENT_POINTS}.
     */
    Outcome<Redemption> redeem(Call call, RedeemReward command);

    /**
     * Takes a redemption back: what it took from the stock comes back, the points as the reward
     * promised when it was redeemed, the coupon never. Refusals: {@code INVALID_INPUT}, {@code
     * REDEMPTION_NOT_FOUND}, {@code ALREADY_CANCELLED}, and what {@code PointsLedger.reverse}
     * refuses, for example because the entry was taken back by itself.
     */
    Outcome<Redemption> cancel(Call call, CancelRedemption command);

    /** The redemptions of each customer, latest first, by customer id. One round trip. */
    Map<String, Page<Redemption>> ofCustomers(Collection<String> customerIds, PageRequest request);

    /** The redemptions with these ids that the caller may see, by id. One round trip. */
    Map<String, Redemption> byIds(Caller caller, Collection<String> ids);
}
