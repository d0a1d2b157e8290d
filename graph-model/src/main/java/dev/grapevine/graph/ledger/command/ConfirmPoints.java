package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to make pending points available.
 *
 * @param entryId id of the entry that awarded the points
 */
public record ConfirmPoints(String entryId) implements Command {
    @Override
    public String operation() {
        return "confirmPoints";
    }
}
