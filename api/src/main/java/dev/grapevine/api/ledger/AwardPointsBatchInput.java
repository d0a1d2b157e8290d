package dev.grapevine.api.ledger;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.PointsLedger.Award;

import java.util.List;

/** Input of {@code awardPointsBatch}. */
record AwardPointsBatchInput(List<AwardPointsInput> awards) {

    List<Award> commands(Caller caller) {
        return awards.stream()
                .map(award -> new Award(new Call(caller, award.idempotencyKey()), award.command()))
                .toList();
    }
}
