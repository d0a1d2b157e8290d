package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.Hold;

import java.util.List;

/** A hold inside a transaction, and which lots its points were drawn from, in that order. */
public final class HoldSession {

    private Hold hold;
    private final List<WalletSession.Part> parts;

    public HoldSession(Hold hold, List<WalletSession.Part> parts) {
        this.hold = hold;
        this.parts = List.copyOf(parts);
    }

    public Hold hold() {
        return hold;
    }

    public List<WalletSession.Part> parts() {
        return parts;
    }

    void close(Hold.State outcome, long captured) {
        hold = hold.closed(outcome, captured);
    }
}
