package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;

/**
 * Command to transfer points to another customer of the same brand. The points keep their expiry.
 *
 * @param amount 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param reason 1 to 200 characters, shown to both customers
 */
public record TransferPoints(
        String sender, String recipient, String currency, long amount, String reason)
        implements Command {
    @Override
    public String operation() {
        return "transferPoints";
    }
}
