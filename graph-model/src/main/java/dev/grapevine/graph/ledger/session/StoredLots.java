package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.PointsLot;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * Lots as they are stored, and the hold that drew from them.
 *
 * @param hold null if it is not about a hold
 */
record StoredLots(@Nullable Hold hold, List<Part> parts) {

    /** A lot, and what is of interest of it. */
    record Part(PointsLot lot, boolean isPending, long amount) {

        LotPart in(WalletSession session) {
            return new LotPart(session.lots().load(lot, isPending), amount);
        }
    }

    /** Tells a book of them. */
    void tell(WalletSession session) {
        var known = parts(session);
        if (hold != null) {
            session.load(new HoldSession(hold, known));
        }
    }

    /** The parts as the book knows them, in the order in which lots are drawn from. */
    List<LotPart> parts(WalletSession session) {
        return parts.stream()
                .map(part -> part.in(session))
                .sorted(Comparator.comparing(LotPart::lot))
                .toList();
    }
}
