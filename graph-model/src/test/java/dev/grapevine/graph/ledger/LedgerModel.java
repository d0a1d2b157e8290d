package dev.grapevine.graph.ledger;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reference model of the ledger: lists of lots in memory, searched linearly. Written from the
 * Javadoc of the services, independently of the implementation. Each command returns the code of
 * its rejection, or an empty text.
 */
final class LedgerModel {

    static final OffsetDateTime NEVER = PointsLot.NEVER;

    /** Rules of the currency. */
    record Rules(int rollingDays, int inactivityDays, boolean allowsDebt, long dailyTransferLimit) {

        OffsetDateTime expiry(OffsetDateTime from) {
            return rollingDays == 0 ? NEVER : midnight(from, rollingDays);
        }

        static OffsetDateTime midnight(OffsetDateTime from, int days) {
            return from.truncatedTo(ChronoUnit.DAYS).plusDays(days + 1L);
        }
    }

    static final class ModelLot {
        OffsetDateTime expires;
        final OffsetDateTime unlocks;
        final long number;
        boolean isPending;
        long left;
        long expired;

        ModelLot(
                long left,
                OffsetDateTime expires,
                OffsetDateTime unlocks,
                boolean isPending,
                long number) {
            this.left = left;
            this.expires = expires;
            this.unlocks = unlocks;
            this.isPending = isPending;
            this.number = number;
        }

        void expire() {
            expired += left;
            left = 0;
        }
    }

    record Part(ModelLot lot, long amount) {}

    static final class ModelHold {
        final Account owner;
        final List<Part> parts;
        final OffsetDateTime expires;
        String closed = "";

        ModelHold(Account owner, List<Part> parts, OffsetDateTime expires) {
            this.owner = owner;
            this.parts = parts;
            this.expires = expires;
        }

        long amount() {
            return total(parts);
        }
    }

    /** Effect of a command that can be reversed. */
    static final class Deed {
        final Account owner;
        final boolean isIncome;
        final boolean isEarned;
        final long amount;
        final List<Part> parts;
        final List<Deed> caused = new ArrayList<>();
        boolean isReversed;

        Deed(Account owner, boolean isIncome, boolean isEarned, List<Part> parts) {
            this.owner = owner;
            this.isIncome = isIncome;
            this.isEarned = isEarned;
            this.amount = total(parts);
            this.parts = parts;
        }

        ModelLot lot() {
            return parts.getFirst().lot();
        }
    }

    static long total(List<Part> parts) {
        return parts.stream().mapToLong(Part::amount).sum();
    }

    final class Account {
        final List<ModelLot> lots = new ArrayList<>();
        final List<ModelHold> holds = new ArrayList<>();
        final Map<Object, Long> given = new HashMap<>();
        OffsetDateTime inactiveExpires = NEVER;
        long debt;

        private long sum(Predicate<ModelLot> which) {
            return lots.stream().filter(which).mapToLong(lot -> lot.left).sum();
        }

        long balance() {
            return sum(lot -> !lot.isPending);
        }

        List<Long> sums() {
            var held =
                    holds.stream()
                            .filter(hold -> hold.closed.isEmpty())
                            .mapToLong(ModelHold::amount)
                            .sum();
            return List.of(balance(), sum(lot -> lot.isPending), held, debt);
        }

        ModelLot add(
                long amount, OffsetDateTime expires, OffsetDateTime unlocks, boolean isPending) {
            var lot = new ModelLot(amount, expires, unlocks, isPending, ++numbers);
            lots.add(lot);
            if (!isPending) {
                credit(now);
            }
            repayDebt(now);
            return lot;
        }

        List<Part> draw(long amount, ModelLot first) {
            return draw(amount, first, now);
        }

        private List<Part> draw(long amount, ModelLot first, OffsetDateTime at) {
            var parts = new ArrayList<Part>();
            var missing = amount;
            var order = new ArrayList<>(lots);
            order.sort(
                    Comparator.<ModelLot>comparingInt(lot -> lot == first ? 0 : 1)
                            .thenComparing(lot -> lot.expires)
                            .thenComparing(lot -> lot.number));
            for (var lot : order) {
                var isOpen = !lot.isPending && lot.expires.isAfter(at);
                var share = isOpen ? Math.min(missing, lot.left) : 0;
                if (share > 0) {
                    lot.left -= share;
                    missing -= share;
                    parts.add(new Part(lot, share));
                }
            }
            return parts;
        }

        void restore(List<Part> parts, OffsetDateTime at) {
            parts.forEach(part -> part.lot().left += part.amount());
            credit(at);
            repayDebt(at);
        }

        /** Pays debt from lots that have not expired. */
        void repayDebt(OffsetDateTime at) {
            var payable = Math.min(debt, sum(lot -> !lot.isPending && lot.expires.isAfter(at)));
            draw(payable, null, at);
            debt -= payable;
        }

        void recordActivity() {
            inactiveExpires = NEVER;
            credit(now);
        }

        /** Starts the period of inactivity at a credit if none is running. */
        void credit(OffsetDateTime at) {
            if (inactiveExpires.equals(NEVER) && rules.inactivityDays() > 0) {
                inactiveExpires = Rules.midnight(at, rules.inactivityDays());
            }
        }

        /** Executes all due events, in the order of their times. */
        void processDueEvents() {
            for (var at = next(); !at.isAfter(now); at = next()) {
                var then = at;
                for (var lot : lots) {
                    if (lot.isPending && lot.left > 0 && lot.unlocks.equals(then)) {
                        lot.isPending = false;
                        credit(then);
                    }
                }
                repayDebt(then);
                for (var hold : holds) {
                    if (hold.closed.isEmpty() && hold.expires.equals(then)) {
                        hold.closed = "HOLD_EXPIRED";
                        restore(hold.parts, then);
                    }
                }
                expire(then);
                if (inactiveExpires.equals(then)) {
                    lots.stream().filter(lot -> !lot.isPending).forEach(ModelLot::expire);
                    inactiveExpires = NEVER;
                }
            }
            expire(now);
        }

        private void expire(OffsetDateTime at) {
            lots.stream()
                    .filter(lot -> !lot.isPending && !lot.expires.isAfter(at))
                    .forEach(ModelLot::expire);
        }

        private OffsetDateTime next() {
            var at = inactiveExpires;
            for (var lot : lots) {
                var due = lot.left == 0 ? NEVER : lot.isPending ? lot.unlocks : lot.expires;
                at = due.isBefore(at) ? due : at;
            }
            for (var hold : holds) {
                at = hold.closed.isEmpty() && hold.expires.isBefore(at) ? hold.expires : at;
            }
            return at;
        }
    }

    final Rules rules;
    OffsetDateTime now;
    private long numbers;

    LedgerModel(Rules rules, OffsetDateTime now) {
        this.rules = rules;
        this.now = now;
    }
}
