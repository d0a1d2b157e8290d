package dev.grapevine.graph.reward;

/** Asks for a reward to be given to a customer for points. */
public record RedeemReward(String rewardId, String customerId) {}
