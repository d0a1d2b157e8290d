package dev.grapevine.graph.ledger.explain;

import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.session.LotMovement;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An entry with everything that it hangs on and that hangs on it.
 *
 * @param caller the name of the partner who recorded it; null if no partner did
 * @param spendings what drew from the lots that it opened
 * @param consequences what it caused
 * @param reversal what took it back, or what it takes back
 */
record ExplanationData(
        PointsEntry entry,
        @Nullable String caller,
        @Nullable Did activity,
        @Nullable PointsEntry cause,
        List<LotPart> lots,
        List<Spending> spendings,
        List<PointsEntry> consequences,
        @Nullable PointsEntry reversal) {

    /** What the customer did. */
    record Did(String id, String kind, OffsetDateTime occurredAt) {}

    /**
     * A lot, and what the entry did to it.
     *
     * @param type OPENED, or name of a {@link LotMovement.Type}
     */
    record LotPart(PointsLot lot, String type, long amount, boolean isPending) {}

    /** An entry that drew from lots of this one, and how much. */
    record Spending(PointsEntry entry, long amount) {}
}
