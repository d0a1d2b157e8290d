package dev.grapevine.graph.ledger;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reference implementation of a statement: the sums over all entries of the wallet. */
record PlainStatement(String walletId, List<PointsEntry> entries) {

    Statement over(Statement.Period period) {
        var opening = 0L;
        var totalCredited = 0L;
        var totalDebited = 0L;
        var count = 0L;
        for (var entry : entries) {
            var credited = entry.credit().equals(walletId) ? entry.amount() : 0;
            var debited = entry.debit().equals(walletId) ? entry.amount() : 0;
            if (entry.bookedAt().isBefore(period.from())) {
                opening += credited - debited;
            } else if (entry.bookedAt().isBefore(period.until())) {
                totalCredited += credited;
                totalDebited += debited;
                count++;
            }
        }
        var closing = opening + totalCredited - totalDebited;
        return new Statement(
                walletId, period, opening, totalCredited, totalDebited, closing, count);
    }

    /**
     * Returns periods that start and end at, or just after, the times of entries; some are
     * inverted.
     */
    List<Statement.Period> periods(int most) {
        var cuts = new ArrayList<OffsetDateTime>();
        entries.forEach(
                entry -> {
                    cuts.add(entry.bookedAt());
                    cuts.add(entry.bookedAt().plusNanos(1_000_000));
                });
        var periods = new ArrayList<Statement.Period>();
        for (var i = 0; i < Math.min(most, cuts.size()); i++) {
            var from = cuts.get(i * 5 % cuts.size());
            periods.add(new Statement.Period(from, cuts.get((i * 11 + 3) % cuts.size())));
        }
        return periods;
    }
}
