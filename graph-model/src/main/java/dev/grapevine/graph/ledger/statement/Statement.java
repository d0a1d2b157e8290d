package dev.grapevine.graph.ledger.statement;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.ledger.EntryTime;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Account statement of a wallet: opening + totalCredited − totalDebited = closing. Amounts are
 * available points; pending points, held points and debt are excluded. By effective time, a balance
 * is negative where points were spent that took effect only later.
 *
 * @param by time by which entries belong to the period
 * @param openingBalance balance at the start of the period
 * @param totalCredited sum of the credits in the period
 * @param totalDebited sum of the debits in the period
 * @param closingBalance balance at the end of the period; the current balance if the period has not
 *     ended
 * @param entries number of entries in the period
 * @param late part of the period's entries that came late
 */
public record Statement(
        String walletId,
        Period period,
        EntryTime by,
        long openingBalance,
        long totalCredited,
        long totalDebited,
        long closingBalance,
        long entries,
        Late late) {

    /**
     * Period of a statement.
     *
     * @param from start, inclusive
     * @param until end, exclusive
     */
    public record Period(OffsetDateTime from, OffsetDateTime until) {

        /** Creates a period in UTC; one that ends before it starts is empty. */
        public Period {
            from = Times.utc(from);
            until = until.isBefore(from) ? from : Times.utc(until);
        }

        Map<String, OffsetDateTime> parameters() {
            return Map.of("from", from, "until", until);
        }
    }

    /**
     * Entries that came late: by effective time, those that were booked after the period had ended;
     * by booking, those that took effect before the period began.
     *
     * @param entries number of the entries
     * @param totalCredited sum of their credits
     * @param totalDebited sum of their debits
     */
    public record Late(long entries, long totalCredited, long totalDebited) {}
}
