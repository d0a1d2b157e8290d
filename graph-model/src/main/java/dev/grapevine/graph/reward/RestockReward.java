package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to increase the stock of a reward.
 *
 * @param quantity units to add, at least 1; the resulting stock is at most {@link
 *     Rewards#MAX_STOCK}
 */
public record RestockReward(String rewardId, long quantity) implements Command {
    @Override
    public String operation() {
        return "restockReward";
    }
}
