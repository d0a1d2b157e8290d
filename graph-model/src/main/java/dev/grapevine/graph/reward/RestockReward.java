package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Command;

/**
 * Asks for more of a reward to be put in stock.
 *
 * @param amount 1 to {@link Rewards#LARGEST_STOCK}, together with what is there
 */
public record RestockReward(String rewardId, long amount) implements Command {
    @Override
    public String operation() {
        return "restockReward";
    }
}
