package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Command;

/** Asks for held points to come back. */
public record ReleaseHold(String holdId) implements Command {
    @Override
    public String operation() {
        return "releaseHold";
    }
}
