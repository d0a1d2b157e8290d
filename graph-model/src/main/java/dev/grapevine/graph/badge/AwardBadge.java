package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

/**
 * Command to award a badge manually.
 *
 * @param note reason of the award, at most 500 characters
 */
public record AwardBadge(String customer, String badgeId, @Nullable String note)
        implements Command {
    @Override
    public String operation() {
        return "awardBadge";
    }
}
