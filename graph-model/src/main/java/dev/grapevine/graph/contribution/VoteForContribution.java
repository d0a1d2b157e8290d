package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.command.Command;


/**
 * A customer's vote.
 *
 * @param isAgainst whether it counts against the contribution instead of for it
 */
public record VoteForContribution(String customerId, String contributionId, boolean isAgainst)
        implements Command {
    @Override
    public String operation() {
        return "voteForContribution";
    }
}
