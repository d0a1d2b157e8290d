package dev.grapevine.api.ledger;

import dev.grapevine.graph.kernel.command.NamedRejection;
import dev.grapevine.graph.ledger.PointsLedger;

/** Reasons to reject a batch of awards as a whole. */
enum BatchRejection implements NamedRejection {
    TOO_MANY_AWARDS;

    @Override
    public String message() {
        return "awards has %d items; a batch has at most " + PointsLedger.MAX_BATCH + ".";
    }

    @Override
    public String field() {
        return "awards";
    }
}
