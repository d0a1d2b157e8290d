package dev.grapevine.graph.contribution;

/**
 * The brand's answer.
 *
 * @param text 1 to 2,000 characters
 */
public record StampContribution(String contributionId, ContributionStatus status, String text) {}
