package dev.grapevine.graph.contribution;

/**
 * A customer's vote.
 *
 * @param isAgainst whether it counts against the contribution instead of for it
 */
public record VoteForContribution(String customerId, String contributionId, boolean isAgainst) {}
