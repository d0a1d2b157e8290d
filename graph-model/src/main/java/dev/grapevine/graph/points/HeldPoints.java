package dev.grapevine.graph.points;

import java.util.List;

/** A hold inside a transaction, and which lots its points were drawn from, in that order. */
final class HeldPoints {

    private Hold hold;
    private final List<Book.Part> parts;

    HeldPoints(Hold hold, List<Book.Part> parts) {
        this.hold = hold;
        this.parts = List.copyOf(parts);
    }

    Hold hold() {
        return hold;
    }

    List<Book.Part> parts() {
        return parts;
    }

    void close(Hold.State outcome, long captured) {
        hold = hold.closed(outcome, captured);
    }
}
