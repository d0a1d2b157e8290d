package dev.grapevine.graph.ledger.explain;

import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.session.LotMovement;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Entry with its causes and consequences.
 *
 * @param currencyName name of the entry's currency; null for the standard currency if the brand has
 *     not set it
 * @param caller name of the partner that recorded the entry; null for other callers
 * @param activity causing activity, directly or through other entries
 * @param spendings entries that drew from the lots that the entry opened
 * @param consequences entries that the entry caused
 * @param reversal entry that reverses the entry, or that is reversed by it
 */
record ExplanationData(
        PointsEntry entry,
        @Nullable String currencyName,
        @Nullable String caller,
        @Nullable CausingActivity activity,
        @Nullable PointsEntry cause,
        List<LotPart> lots,
        List<Spending> spendings,
        List<PointsEntry> consequences,
        @Nullable PointsEntry reversal) {

    /**
     * Activity that caused the entry.
     *
     * @param cancellationReason reason of its cancellation; null if it was not cancelled
     * @param isOwn true if the customer of the entry's wallet did it
     * @param kindName name of its kind; null for a kind that the brand has not created
     * @param title title of its contribution, or of what the contribution replies to
     */
    record CausingActivity(
            String id,
            String kind,
            OffsetDateTime occurredAt,
            boolean isOwn,
            @Nullable String cancellationReason,
            @Nullable String kindName,
            @Nullable String title) {}

    /**
     * Lot that the entry opened or moved.
     *
     * @param type {@code OPENED}, or name of a {@link LotMovement.Type}
     */
    record LotPart(PointsLot lot, String type, long amount, boolean isPending) {}

    /** Entry that drew from the lots of the explained entry, with the drawn points. */
    record Spending(PointsEntry entry, long amount) {}
}
