package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to record a customer's vote on a contribution.
 *
 * @param isDownvote true for a downvote
 */
public record VoteOnContribution(String customer, String contribution, boolean isDownvote)
        implements Command {
    @Override
    public String operation() {
        return "voteOnContribution";
    }
}
