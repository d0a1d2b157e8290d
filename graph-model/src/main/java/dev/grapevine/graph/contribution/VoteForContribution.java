package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to record a customer's vote on a contribution.
 *
 * @param isAgainst true for a downvote
 */
public record VoteForContribution(String customer, String contribution, boolean isAgainst)
        implements Command {
    @Override
    public String operation() {
        return "voteForContribution";
    }
}
