package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.Command;

/** Asks for a reward not to be redeemed any more. What was redeemed can still be cancelled. */
public record RetireReward(String rewardId) implements Command {
    @Override
    public String operation() {
        return "retireReward";
    }
}
