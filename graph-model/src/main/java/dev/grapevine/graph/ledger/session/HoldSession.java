package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.Hold;

import java.util.List;

/** A hold inside a transaction, and which lots its points were drawn from, in that order. */
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

    void close(Hold.State outcome, long captured) {
        hold = hold.closed(outcome, captured);
    }
}
