package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Times;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A wallet over a period: opening + totalCredited − totalDebited = closing. Amounts are points that
 * can be spent; what is pending, held or owed is not among them.
 *
 * @param opening balance when the period began
 * @param totalCredited Σ of what came in
 * @param totalDebited Σ of what went out
 * @param closing balance when it ended, or now
 * @param entries how many entries took effect in it
 */
public record Statement(
        String walletId,
        Period period,
        long opening,
        long totalCredited,
        long totalDebited,
        long closing,
        long entries) {

    /**
     * From one moment on and before another.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record Period(OffsetDateTime from, OffsetDateTime to) {
        Map<String, OffsetDateTime> parameters() {
            return Map.of("from", Times.utc(from), "to", Times.utc(to));
        }
    }
}
