package dev.grapevine.graph.points;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * A lot inside a transaction, with what remains of it so far. In the order in which lots are drawn
 * from: soonest expiring first, then oldest.
 */
final class LotState implements Comparable<LotState> {

    private static final Comparator<Lot> ORDER =
            Comparator.comparing(Lot::expiresAt)
                    .thenComparingLong(Lot::sequence)
                    .thenComparing(Lot::id);

    private Lot lot;
    private final boolean isNew;
    private long remaining;
    private boolean isPending;

    LotState(Lot lot, boolean isPending, boolean isNew) {
        this.lot = lot;
        this.isNew = isNew;
        this.remaining = lot.remaining();
        this.isPending = isPending;
    }

    /** What is stored of it; the second label is there while points can be drawn from it. */
    record Row(Lot lot, List<String> labels) {}

    Lot lot() {
        return lot;
    }

    boolean isNew() {
        return isNew;
    }

    long remaining() {
        return remaining;
    }

    boolean isPending() {
        return isPending && remaining > 0;
    }

    boolean isOpen() {
        return !isPending && remaining > 0;
    }

    OffsetDateTime expiresAt() {
        return lot.expiresAt();
    }

    /** When it matures by itself; {@link Lot#NEVER} if it waits to be confirmed. */
    OffsetDateTime maturesAt() {
        return lot.availableAt() == null ? Lot.NEVER : lot.availableAt();
    }

    /** When something happens to it by itself; {@link Lot#NEVER} if nothing does. */
    OffsetDateTime nextEvent() {
        return isPending() ? maturesAt() : isOpen() ? lot.expiresAt() : Lot.NEVER;
    }

    /**
     * @param otherwise when it expires, if nobody said so before
     */
    void mature(OffsetDateTime otherwise) {
        lot = lot.expiresAt().equals(Lot.NEVER) ? lot.expiringAt(otherwise) : lot;
        isPending = false;
    }

    void add(long amount) {
        remaining += amount;
        if (remaining < 0 || remaining > lot.amount()) {
            throw new IllegalStateException(lot + " would hold " + remaining);
        }
    }

    Row row() {
        return new Row(
                lot.with(remaining),
                isOpen()
                        ? List.of("Lot", "OpenLot")
                        : isPending() ? List.of("Lot", "PendingLot") : List.of("Lot"));
    }

    @Override
    public int compareTo(LotState other) {
        return ORDER.compare(lot, other.lot);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LotState state && state.lot.id().equals(lot.id());
    }

    @Override
    public int hashCode() {
        return lot.id().hashCode();
    }
}
