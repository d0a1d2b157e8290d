package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Command to record a customer's vote on a contribution.
 *
 * @param isDownvote true for a downvote
 * @param votedAt time of the vote; null means now
 */
public record VoteOnContribution(
        String customer, String contribution, boolean isDownvote, @Nullable OffsetDateTime votedAt)
        implements Command {
    @Override
    public String operation() {
        return "voteOnContribution";
    }

    Validation check(Times times) {
        return new Validation().past("votedAt", votedAt, times);
    }
}
