package dev.grapevine.api.ledger;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of every mutation that posts one entry, for example {@code awardPoints}. */
record EntryPayload(@Nullable PointsEntry entry, List<Rejection> userErrors, boolean isReplay) {

    static EntryPayload of(Result<PointsEntry> result) {
        var payloadData = PayloadData.to(result);
        return new EntryPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
