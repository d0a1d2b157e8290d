package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Rejection;

import java.util.Optional;

/**
 * Port by which a module protects entries from reversal, for example the payment of a redemption.
 * The module reverses its own entries by {@link PointsLedger#refund}.
 */
public interface ReversalGuard {

    /**
     * Returns the rejection of the reversal of an entry; empty if the entry can be reversed, or
     * does not exist or is not visible to the caller. The result must not change after the
     * transaction that wrote the entry.
     */
    Optional<Rejection> rejection(Caller caller, String entryId);
}
