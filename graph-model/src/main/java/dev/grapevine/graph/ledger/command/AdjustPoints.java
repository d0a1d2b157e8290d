package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to correct a balance.
 *
 * @param amount points to add, or to remove if negative; not 0, at most {@link
 *     PointsLedger#MAX_AMOUNT} either way
 * @param reason 1 to 200 characters, shown to the customer
 */
public record AdjustPoints(String customer, String currency, long amount, String reason)
        implements Command {
    @Override
    public String operation() {
        return "adjustPoints";
    }
}
