package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.Hold;

import java.util.List;

/**
 * State of a hold within a transaction, with the parts of lots that its points were drawn from, in
 * that order.
 */
public final class HoldSession {

    private Hold hold;
    private final List<LotPart> lotParts;

    public HoldSession(Hold hold, List<LotPart> lotParts) {
        this.hold = hold;
        this.lotParts = List.copyOf(lotParts);
    }

    public Hold hold() {
        return hold;
    }

    public List<LotPart> parts() {
        return lotParts;
    }

    void close(Hold.State state, long captured) {
        hold = hold.closed(state, captured);
    }
}
