package dev.grapevine.graph.ledger;

import dev.grapevine.graph.ledger.statement.Statement;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Reference implementation of balances and statements: sums over all entries of the wallet. */
record PlainStatement(String walletId, List<PointsEntry> entries) {

    /** Returns the balance at a time, inclusive. */
    long balanceAt(OffsetDateTime at, EntryTime by) {
        return credited(entry -> !time(entry, by).isAfter(at))
                - debited(entry -> !time(entry, by).isAfter(at));
    }

    Statement over(Statement.Period period, EntryTime by) {
        Predicate<PointsEntry> before = entry -> time(entry, by).isBefore(period.from());
        Predicate<PointsEntry> within = entry -> isWithin(period, entry, by);
        Predicate<PointsEntry> late =
                by == EntryTime.EFFECTIVE
                        ? entry -> !entry.bookedAt().isBefore(period.until())
                        : entry -> entry.effectiveAt().isBefore(period.from());
        var opening = credited(before) - debited(before);
        return new Statement(
                walletId,
                period,
                by,
                opening,
                credited(within),
                debited(within),
                opening + credited(within) - debited(within),
                entries.stream().filter(within).count(),
                new Statement.Late(
                        entries.stream().filter(within.and(late)).count(),
                        credited(within.and(late)),
                        debited(within.and(late))));
    }

    /** Returns the entries of a period, oldest first. */
    List<PointsEntry> entriesOf(Statement.Period period, EntryTime by) {
        return entries.stream()
                .filter(entry -> isWithin(period, entry, by))
                .sorted(
                        Comparator.comparing((PointsEntry entry) -> time(entry, by))
                                .thenComparing(PointsEntry::sequence))
                .toList();
    }

    private static boolean isWithin(Statement.Period period, PointsEntry entry, EntryTime by) {
        var at = time(entry, by);
        return !at.isBefore(period.from()) && at.isBefore(period.until());
    }

    private static OffsetDateTime time(PointsEntry entry, EntryTime by) {
        return by == EntryTime.EFFECTIVE ? entry.effectiveAt() : entry.bookedAt();
    }

    private long credited(Predicate<PointsEntry> selected) {
        return entries.stream()
                .filter(selected)
                .mapToLong(entry -> entry.credit().equals(walletId) ? entry.amount() : 0)
                .sum();
    }

    private long debited(Predicate<PointsEntry> selected) {
        return entries.stream()
                .filter(selected)
                .mapToLong(entry -> entry.debit().equals(walletId) ? entry.amount() : 0)
                .sum();
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
                    cuts.add(entry.effectiveAt());
                    cuts.add(entry.bookedAt().plusNanos(1_000_000));
                    cuts.add(entry.effectiveAt().plusNanos(1_000_000));
                });
        var periods = new ArrayList<Statement.Period>();
        for (var i = 0; i < Math.min(most, cuts.size()); i++) {
            var from = cuts.get(i * 5 % cuts.size());
            periods.add(new Statement.Period(from, cuts.get((i * 11 + 3) % cuts.size())));
        }
        return periods;
    }
}
