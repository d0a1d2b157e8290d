package dev.grapevine.api.points;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.points.PointsLedger.Award;

import java.util.List;

/** Points to give to many. */
record AwardPointsBatchInput(List<AwardPointsInput> awards) {

    List<Award> commands(Caller caller) {
        return awards.stream()
                .map(award -> new Award(new Call(caller, award.idempotencyKey()), award.command()))
                .toList();
    }
}
