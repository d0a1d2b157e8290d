package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.PointsLot;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * Stored parts of lots, with the hold that drew them.
 *
 * @param hold null if the parts belong to no hold
 */
record StoredLots(@Nullable Hold hold, List<Part> parts) {

    /** Lot with the amount of the part. */
    record Part(PointsLot lot, boolean isPending, long amount) {

        LotPart in(WalletSession session) {
            return new LotPart(session.lots().load(lot, isPending), amount);
        }
    }

    /** Loads the lots and the hold into a session. */
    void loadInto(WalletSession session) {
        var lotParts = parts(session);
        if (hold != null) {
            session.load(new HoldSession(hold, lotParts));
        }
    }

    /**
     * Loads the lots into a session; returns the parts in the order in which debits draw from them.
     */
    List<LotPart> parts(WalletSession session) {
        return parts.stream()
                .map(part -> part.in(session))
                .sorted(Comparator.comparing(LotPart::lot))
                .toList();
    }
}
