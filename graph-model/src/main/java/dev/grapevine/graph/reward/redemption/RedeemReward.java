package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Command;

/** Asks for a reward to be given to a customer for points. */
public record RedeemReward(String rewardId, String customerId) implements Command {
    @Override
    public String operation() {
        return "redeemReward";
    }
}
