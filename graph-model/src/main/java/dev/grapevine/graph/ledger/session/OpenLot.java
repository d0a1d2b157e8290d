package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.PointsLot;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * A lot inside a transaction, with what remains of it so far. In the order in which lots are drawn
 * from: soonest expiring first, then oldest.
 */
public final class OpenLot implements Comparable<OpenLot> {

    private static final Comparator<PointsLot> ORDER =
            Comparator.comparing(PointsLot::expiresAt)
                    .thenComparingLong(PointsLot::sequence)
                    .thenComparing(PointsLot::id);

    private PointsLot pointsLot;
    private final boolean isNew;
    private long remaining;
    private boolean isPending;

    OpenLot(PointsLot lot, boolean isPending, boolean isNew) {
        this.pointsLot = lot;
        this.isNew = isNew;
        this.remaining = lot.remaining();
        this.isPending = isPending;
    }

    /** What is stored of it; the second label is there while points can be drawn from it. */
    record Row(PointsLot lot, List<String> labels) {}

    public PointsLot lot() {
        return pointsLot;
    }

    boolean isNew() {
        return isNew;
    }

    public long remaining() {
        return remaining;
    }

    public boolean isPending() {
        return isPending && remaining > 0;
    }

    boolean isOpen() {
        return !isPending && remaining > 0;
    }

    public OffsetDateTime expiresAt() {
        return pointsLot.expiresAt();
    }

    /** When it matures by itself; {@link PointsLot#NEVER} if it waits to be confirmed. */
    public OffsetDateTime availableAt() {
        return pointsLot.availableAt() == null ? PointsLot.NEVER : pointsLot.availableAt();
    }

    /** When something happens to it by itself; {@link PointsLot#NEVER} if nothing does. */
    OffsetDateTime nextEvent() {
        return isPending() ? availableAt() : isOpen() ? pointsLot.expiresAt() : PointsLot.NEVER;
    }

    /**
     * @param otherwise when it expires, if nobody said so before
     */
    void unlock(OffsetDateTime otherwise) {
        pointsLot =
                pointsLot.expiresAt().equals(PointsLot.NEVER)
                        ? pointsLot.expiringAt(otherwise)
                        : pointsLot;
        isPending = false;
    }

    void add(long amount) {
        remaining += amount;
        if (remaining < 0 || remaining > pointsLot.amount()) {
            throw new IllegalStateException(pointsLot + " would hold " + remaining);
        }
    }

    Row row() {
        return new Row(
                pointsLot.with(remaining),
                isOpen()
                        ? List.of("Lot", "OpenLot")
                        : isPending() ? List.of("Lot", "PendingLot") : List.of("Lot"));
    }

    @Override
    public int compareTo(OpenLot other) {
        return ORDER.compare(pointsLot, other.pointsLot);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenLot state && state.pointsLot.id().equals(pointsLot.id());
    }

    @Override
    public int hashCode() {
        return pointsLot.id().hashCode();
    }
}
