package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

/**
 * Command to capture a hold; the rest of the hold is released.
 *
 * @param amount 1 to the amount of the hold; null for all
 */
public record CaptureHold(String holdId, @Nullable Long amount) implements Command {
    @Override
    public String operation() {
        return "captureHold";
    }
}
