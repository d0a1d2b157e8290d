package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Asks for more of a reward to be put in stock.
 *
 * @param amount 1 to {@link Rewards#MAX_STOCK}, together with what is there
 */
public record RestockReward(String rewardId, long amount) implements Command {
    @Override
    public String operation() {
        return "restockReward";
    }
}
