package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

/** Command to release a hold. */
public record ReleaseHold(String holdId) implements Command {
    @Override
    public String operation() {
        return "releaseHold";
    }
}
