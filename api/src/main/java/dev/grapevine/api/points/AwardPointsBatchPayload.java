package dev.grapevine.api.points;

import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.points.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of points to give to many: of each, or of all together. */
record AwardPointsBatchPayload(@Nullable List<EntryPayload> results, List<Refusal> userErrors) {

    static AwardPointsBatchPayload of(List<Outcome<PointsEntry>> outcomes) {
        return new AwardPointsBatchPayload(
                outcomes.stream().map(EntryPayload::of).toList(), List.of());
    }

    static AwardPointsBatchPayload refused(Refusal reason) {
        return new AwardPointsBatchPayload(null, List.of(reason));
    }
}
