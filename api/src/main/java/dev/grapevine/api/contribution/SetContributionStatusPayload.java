package dev.grapevine.api.contribution;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.contribution.StatusChange;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code setContributionStatus}. */
record SetContributionStatusPayload(
        @Nullable StatusChange statusChange, List<Rejection> userErrors, boolean isReplay) {

    static SetContributionStatusPayload of(Result<StatusChange> result) {
        var payloadData = PayloadData.to(result);
        return new SetContributionStatusPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
