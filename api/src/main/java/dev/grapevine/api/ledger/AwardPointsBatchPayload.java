package dev.grapevine.api.ledger;

import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of points to give to many: of each, or of all together. */
record AwardPointsBatchPayload(@Nullable List<EntryPayload> results, List<Rejection> userErrors) {

    static AwardPointsBatchPayload of(List<Result<PointsEntry>> outcomes) {
        return new AwardPointsBatchPayload(
                outcomes.stream().map(EntryPayload::of).toList(), List.of());
    }

    static AwardPointsBatchPayload refused(Rejection reason) {
        return new AwardPointsBatchPayload(null, List.of(reason));
    }
}
