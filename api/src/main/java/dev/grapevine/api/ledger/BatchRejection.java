package dev.grapevine.api.ledger;

import dev.grapevine.graph.kernel.command.NamedRejection;
import dev.grapevine.graph.ledger.PointsLedger;

/** Why a batch of awards is refused as a whole. */
enum BatchRejection implements NamedRejection {
    TOO_MANY_AWARDS;

    @Override
    public String message() {
        return "A batch may hold at most " + PointsLedger.MAX_BATCH + " awards.";
    }

    @Override
    public String field() {
        return "awards";
    }
}
