package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.PointsLot;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * State of a lot within a transaction. The natural order is the order in which debits draw: soonest
 * expiry first, then oldest.
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

    /** Stored form of the lot; an open or pending lot has a label for its state. */
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

    /**
     * Returns the time of automatic unlocking; {@link PointsLot#NEVER} if the lot awaits
     * confirmation.
     */
    public OffsetDateTime availableAt() {
        return pointsLot.availableAt() == null ? PointsLot.NEVER : pointsLot.availableAt();
    }

    /** Returns the time of the next due event of the lot; {@link PointsLot#NEVER} for none. */
    OffsetDateTime nextEvent() {
        return isPending() ? availableAt() : isOpen() ? pointsLot.expiresAt() : PointsLot.NEVER;
    }

    /**
     * Makes the lot available.
     *
     * @param defaultExpiry expiry of a lot that has none yet
     */
    void unlock(OffsetDateTime defaultExpiry) {
        pointsLot =
                pointsLot.expiresAt().equals(PointsLot.NEVER)
                        ? pointsLot.expiringAt(defaultExpiry)
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
                isOpen() ? List.of("OpenLot") : isPending() ? List.of("PendingLot") : List.of());
    }

    @Override
    public int compareTo(OpenLot other) {
        return ORDER.compare(pointsLot, other.pointsLot);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenLot lot && lot.pointsLot.id().equals(pointsLot.id());
    }

    @Override
    public int hashCode() {
        return pointsLot.id().hashCode();
    }
}
