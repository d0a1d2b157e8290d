package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.Command;

/**
 * The brand's answer.
 *
 * @param text 1 to 2,000 characters
 */
public record StampContribution(String contributionId, ContributionStatus status, String text)
        implements Command {
    @Override
    public String operation() {
        return "setContributionStatus";
    }
}
