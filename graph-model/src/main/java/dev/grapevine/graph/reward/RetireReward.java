package dev.grapevine.graph.reward;

/** Asks for a reward not to be redeemed any more. What was redeemed can still be cancelled. */
public record RetireReward(String rewardId) {}
