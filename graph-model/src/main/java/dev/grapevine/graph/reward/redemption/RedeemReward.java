package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Command;

/** Command to redeem a reward for a customer. */
public record RedeemReward(String rewardId, String customer) implements Command {
    @Override
    public String operation() {
        return "redeemReward";
    }
}
