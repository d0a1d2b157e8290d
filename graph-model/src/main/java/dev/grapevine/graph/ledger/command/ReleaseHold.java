package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

/** Asks for held points to come back. */
public record ReleaseHold(String holdId) implements Command {
    @Override
    public String operation() {
        return "releaseHold";
    }
}
