package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to revoke a badge award.
 *
 * @param reason 1 to 500 characters
 */
public record RevokeBadge(String badgeAwardId, String reason) implements Command {
    @Override
    public String operation() {
        return "revokeBadge";
    }
}
