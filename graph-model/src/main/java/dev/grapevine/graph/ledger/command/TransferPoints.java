package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;

/**
 * Asks for points to be given by one customer to another of the same brand. They keep their expiry.
 *
 * @param amount 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param reason 1 to 200 characters, for both customers to read
 */
public record TransferPoints(
        String fromCustomerId, String toCustomerId, String currency, long amount, String reason)
        implements Command {
    @Override
    public String operation() {
        return "transferPoints";
    }
}
