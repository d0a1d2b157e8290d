package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Command;

/**
 * Asks for pending points to become available.
 *
 * @param entryId the entry that earned them
 */
public record ConfirmPoints(String entryId) implements Command {
    @Override
    public String operation() {
        return "confirmPoints";
    }
}
