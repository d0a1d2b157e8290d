package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to set the status of a contribution.
 *
 * @param text comment of the brand, 1 to 2,000 characters
 */
public record SetContributionStatus(String contribution, ContributionStatus status, String text)
        implements Command {
    @Override
    public String operation() {
        return "setContributionStatus";
    }
}
