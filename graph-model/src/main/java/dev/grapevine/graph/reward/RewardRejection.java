package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Rejections of commands about rewards and redemptions. */
public enum RewardRejection implements NamedRejection {
    REWARD_KEY_TAKEN("key", "key '%s' is already used by another reward of the brand."),
    STOCK_UNLIMITED("rewardId", "reward %s has unlimited stock."),
    ISSUES_NO_COUPONS("rewardId", "reward %s does not issue coupons."),
    OUT_OF_STOCK("rewardId", "reward %s is out of stock."),
    OUT_OF_COUPONS("rewardId", "reward %s has no coupon left to issue."),
    REWARD_LIMIT_REACHED(
            "rewardId", "customer has reached the limitPerCustomer of %d of reward %s."),
    ALREADY_CANCELLED("redemptionId", "redemption %s is already cancelled.");

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
