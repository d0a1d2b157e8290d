package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a badge to be awarded by hand.
 *
 * @param note why, at most 500 characters
 */
public record AwardBadge(String customerId, String badgeId, @Nullable String note)
        implements Command {
    @Override
    public String operation() {
        return "awardBadge";
    }
}
