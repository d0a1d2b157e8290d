package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Asks for a balance to be corrected.
 *
 * @param amount what to add, or below zero what to take away; not zero, at most {@link
 *     PointsLedger#LARGEST_AMOUNT} either way
 * @param reason 1 to 200 characters, for the customer to read
 */
public record AdjustPoints(String customerId, String currency, long amount, String reason)
        implements Command {
    @Override
    public String operation() {
        return "adjustPoints";
    }
}
