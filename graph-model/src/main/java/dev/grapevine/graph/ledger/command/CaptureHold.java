package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

/**
 * Asks for held points to be spent; what is left of the hold comes back.
 *
 * @param amount 1 to what is held; null for all
 */
public record CaptureHold(String holdId, @Nullable Long amount) implements Command {
    @Override
    public String operation() {
        return "captureHold";
    }
}
