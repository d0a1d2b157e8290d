package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Times;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Account statement of a wallet: opening + totalCredited − totalDebited = closing. Amounts are
 * available points; pending points, held points and debt are excluded.
 *
 * @param openingBalance balance at the start of the period
 * @param totalCredited sum of the credits in the period
 * @param totalDebited sum of the debits in the period
 * @param closingBalance balance at the end of the period; the current balance if the period has not
 *     ended
 * @param entries number of entries that took effect in the period
 */
public record Statement(
        String walletId,
        Period period,
        long openingBalance,
        long totalCredited,
        long totalDebited,
        long closingBalance,
        long entries) {

    /**
     * Period of a statement.
     *
     * @param from start, inclusive
     * @param until end, exclusive
     */
    public record Period(OffsetDateTime from, OffsetDateTime until) {
        Map<String, OffsetDateTime> parameters() {
            return Map.of("from", Times.utc(from), "until", Times.utc(until));
        }
    }
}
