package dev.grapevine.api.ledger;

import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code awardPointsBatch}. */
record AwardPointsBatchPayload(@Nullable List<EntryPayload> results, List<Rejection> userErrors) {

    static AwardPointsBatchPayload of(List<Result<PointsEntry>> results) {
        return new AwardPointsBatchPayload(
                results.stream().map(EntryPayload::of).toList(), List.of());
    }

    static AwardPointsBatchPayload rejected(Rejection rejection) {
        return new AwardPointsBatchPayload(null, List.of(rejection));
    }
}
