package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Command to set points aside.
 *
 * @param amount 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param reason 1 to 200 characters, shown to the customer
 * @param source as in {@link AwardPoints}
 * @param expiresAt time of the automatic release, at most 30 days from now; null for 15 minutes
 *     from now
 */
public record HoldPoints(
        String customer,
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
