package dev.grapevine.api.ledger;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.PointsLedger.Award;
import dev.grapevine.graph.ledger.command.AwardPoints;

import java.util.List;
import java.util.stream.IntStream;

/** Input of {@code awardPointsBatch}; each award has an idempotency key of its own. */
record AwardPointsBatchInput(List<AwardPoints> awards) {

    /** The idempotency keys of the same input. */
    record Keys(List<Key> awards) {
        record Key(String idempotencyKey) {}
    }

    List<Award> commands(Caller caller, Keys keys) {
        return IntStream.range(0, awards.size())
                .mapToObj(i -> new Award(call(caller, keys.awards().get(i)), awards.get(i)))
                .toList();
    }

    private static Call call(Caller caller, Keys.Key key) {
        return new Call(caller, key.idempotencyKey());
    }
}
