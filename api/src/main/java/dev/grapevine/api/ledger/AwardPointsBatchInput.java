package dev.grapevine.api.ledger;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.PointsLedger.Award;
import dev.grapevine.graph.ledger.command.AwardPoints;

import graphql.schema.DataFetchingEnvironment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Input of {@code awardPointsBatch}; each award has an idempotency key of its own. */
record AwardPointsBatchInput(List<AwardPoints> awards) {

    /** Returns the awards with the idempotency keys that the argument {@code input} gives them. */
    List<Award> calls(Caller caller, DataFetchingEnvironment environment) {
        Map<String, List<Map<String, ?>>> input =
                Objects.requireNonNull(environment.getArgument("input"));
        var items = Objects.requireNonNull(input.get("awards"));
        return IntStream.range(0, awards.size())
                .mapToObj(i -> new Award(call(caller, items.get(i)), awards.get(i)))
                .toList();
    }

    private static Call call(Caller caller, Map<String, ?> item) {
        return new Call(caller, (String) Objects.requireNonNull(item.get("idempotencyKey")));
    }
}
