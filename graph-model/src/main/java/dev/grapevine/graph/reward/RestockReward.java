package dev.grapevine.graph.reward;

/**
 * Asks for more of a reward to be put in stock.
 *
 * @param amount 1 to {@link Rewards#LARGEST_STOCK}, together with what is there
 */
public record RestockReward(String rewardId, long amount) {}
