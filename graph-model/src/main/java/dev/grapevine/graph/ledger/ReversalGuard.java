package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Rejection;

import java.util.Optional;

/**
 * Says which entries are not taken back by themselves. A room that lets something be paid by an
 * entry implements it, so that nobody gets the points back and keeps what they were for; what the
 * room gives up, it takes back by {@link PointsLedger#refund}.
 */
public interface ReversalGuard {

    /**
     * Why an entry is not taken back by itself; nothing if it may be, or if there is none that the
     * caller may see. What it answers about an entry must hold from the entry's own transaction on.
     */
    Optional<Rejection> obstacle(Caller caller, String entryId);
}
