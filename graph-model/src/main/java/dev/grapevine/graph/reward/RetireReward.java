package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.Command;

/** Command to retire a reward. Redemptions of the reward can still be cancelled. */
public record RetireReward(String rewardId) implements Command {
    @Override
    public String operation() {
        return "retireReward";
    }
}
