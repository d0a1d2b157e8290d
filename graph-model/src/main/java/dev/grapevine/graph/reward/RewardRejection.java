package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Why a command about rewards is refused, where nothing but the reason is to be said. */
public enum RewardRejection implements NamedRejection {
    REWARD_KEY_TAKEN("key", "The brand has a reward with this key already."),
    STOCK_UNLIMITED("rewardId", "The reward has no stock that could be added to."),
    ISSUES_NO_COUPONS("rewardId", "The reward hands out no coupons."),
    OUT_OF_STOCK("rewardId", "The reward is out of stock."),
    OUT_OF_COUPONS("rewardId", "The reward has no coupon left."),
    REWARD_LIMIT_REACHED(
            "rewardId", "The customer has redeemed this reward as often as one customer may."),
    ALREADY_CANCELLED("redemptionId", "The redemption was cancelled before.");

    private final String field;
    private final String message;

    RewardRejection(String field, String message) {
        this.field = field;
        this.message = message;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String message() {
        return message;
    }
}
