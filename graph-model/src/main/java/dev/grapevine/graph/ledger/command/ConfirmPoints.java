package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

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
