package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Order of the effective times of a wallet's entries, which are numbered as they are booked. Most
 * entries take effect when they are booked, after all before them. The few others have labels, and
 * with these an index, by which sums at an effective time are found without reading all entries.
 */
public final class EffectiveOrder {

    private @Nullable OffsetDateTime latest;

    /**
     * @param latest latest effective time of the entries before; null if there are none
     */
    public EffectiveOrder(@Nullable OffsetDateTime latest) {
        this.latest = latest;
    }

    /** Place of an entry among the effective times of the entries before it. */
    public enum Place {
        /** The entry took effect when it was booked. */
        WHEN_BOOKED(null),
        /** The entry took effect before it was booked, and not before any earlier entry. */
        IN_ORDER("BackdatedEntry"),
        /** The entry took effect before an earlier entry. */
        OUT_OF_ORDER("OutOfOrderEntry");

        private final @Nullable String label;

        Place(@Nullable String label) {
            this.label = label;
        }

        /** Returns the labels by which the entry is found. */
        public List<String> labels() {
            return label == null ? List.of() : List.of(label);
        }
    }

    /** Returns the latest effective time so far; null without entries. */
    public @Nullable OffsetDateTime latest() {
        return latest;
    }

    /** Returns the place of the next entry. */
    public Place next(PointsEntry entry) {
        var at = entry.effectiveAt();
        var isInOrder = latest == null || !at.isBefore(latest);
        latest = isInOrder ? at : latest;
        if (!entry.isBackdated()) {
            return Place.WHEN_BOOKED;
        }
        return isInOrder ? Place.IN_ORDER : Place.OUT_OF_ORDER;
    }
}
