package dev.grapevine.api.points;

import dev.grapevine.graph.kernel.NamedRefusal;
import dev.grapevine.graph.points.PointsLedger;

/** Why a batch of awards is refused as a whole. */
enum BatchRefusal implements NamedRefusal {
    TOO_MANY_AWARDS;

    @Override
    public String message() {
        return "A batch may hold at most " + PointsLedger.LARGEST_BATCH + " awards.";
    }

    @Override
    public String field() {
        return "awards";
    }
}
