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
 * What a ledger does, as simple as can be: lists of lots in memory, walked through from one end to
 * the other. Written from the doors' Javadoc and the issue, not from the engine. Every command
 * answers why it is refused, or an empty text.
 */
final class LedgerModel {

    static final OffsetDateTime NEVER = PointsLot.NEVER;

    /** The rules of the one currency. */
    record Rules(int rollingDays, int lapseDays, boolean allowsDebt, long dailyGifts) {

        OffsetDateTime expiry(OffsetDateTime from) {
            return rollingDays == 0 ? NEVER : midnight(from, rollingDays);
        }

        static OffsetDateTime midnight(OffsetDateTime from, int days) {
            return from.truncatedTo(ChronoUnit.DAYS).plusDays(days + 1L);
        }
    }

    static final class ModelLot {
        OffsetDateTime expires;
        final OffsetDateTime matures;
        final long number;
        boolean isPending;
        long left;
        long expired;

        ModelLot(
                long left,
                OffsetDateTime expires,
                OffsetDateTime matures,
                boolean isPending,
                long number) {
            this.left = left;
            this.expires = expires;
            this.matures = matures;
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

    /** Something that a command has done and that may be taken back. */
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
        OffsetDateTime lapses = NEVER;
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
                long amount, OffsetDateTime expires, OffsetDateTime matures, boolean isPending) {
            var lot = new ModelLot(amount, expires, matures, isPending, ++numbers);
            lots.add(lot);
            if (!isPending) {
                comeIn(now);
            }
            pay(now);
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

        void putBack(List<Part> parts, OffsetDateTime at) {
            parts.forEach(part -> part.lot().left += part.amount());
            comeIn(at);
            pay(at);
        }

        /** Only what has not expired pays a debt. */
        void pay(OffsetDateTime at) {
            var payable = Math.min(debt, sum(lot -> !lot.isPending && lot.expires.isAfter(at)));
            draw(payable, null, at);
            debt -= payable;
        }

        void live() {
            lapses = NEVER;
            comeIn(now);
        }

        /** What comes in when nothing lapses any more begins to lapse anew. */
        void comeIn(OffsetDateTime at) {
            if (lapses.equals(NEVER) && rules.lapseDays() > 0) {
                lapses = Rules.midnight(at, rules.lapseDays());
            }
        }

        /** What has happened by itself up to now, in the order in which it happened. */
        void settle() {
            for (var at = next(); !at.isAfter(now); at = next()) {
                var then = at;
                for (var lot : lots) {
                    if (lot.isPending && lot.left > 0 && lot.matures.equals(then)) {
                        lot.isPending = false;
                        comeIn(then);
                    }
                }
                pay(then);
                for (var hold : holds) {
                    if (hold.closed.isEmpty() && hold.expires.equals(then)) {
                        hold.closed = "HOLD_EXPIRED";
                        putBack(hold.parts, then);
                    }
                }
                expire(then);
                if (lapses.equals(then)) {
                    lots.stream().filter(lot -> !lot.isPending).forEach(ModelLot::expire);
                    lapses = NEVER;
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
            var at = lapses;
            for (var lot : lots) {
                var due = lot.left == 0 ? NEVER : lot.isPending ? lot.matures : lot.expires;
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
