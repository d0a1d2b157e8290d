package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Rejections of commands about rewards and redemptions. */
public enum RewardRejection implements NamedRejection {
    REWARD_KEY_TAKEN("key", "key is already used by another reward of the brand."),
    STOCK_UNLIMITED("rewardId", "reward has unlimited stock."),
    ISSUES_NO_COUPONS("rewardId", "reward does not issue coupons."),
    OUT_OF_STOCK("rewardId", "reward is out of stock."),
    OUT_OF_COUPONS("rewardId", "reward has no coupon left to issue."),
    REWARD_LIMIT_REACHED("rewardId", "customer has reached the limitPerCustomer of the reward."),
    ALREADY_CANCELLED("redemptionId", "redemption is already cancelled.");

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
