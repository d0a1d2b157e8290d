package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Asks for points to be set aside.
 *
 * @param amount 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param reason 1 to 200 characters, for the customer to read
 * @param source as in {@link AwardPoints}
 * @param expiresAt when they come back by themselves, at most 30 days from now; null for in 15
 *     minutes
 */
public record HoldPoints(
        String customerId,
        String currency,
        long amount,
        String reason,
        @Nullable String source,
        @Nullable OffsetDateTime expiresAt)
        implements Command {
    @Override
    public String operation() {
        return "holdPoints";
    }
}
