package dev.grapevine.api.earning.config;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code setTierSet} and {@code retireTierSet}. */
record TierSetPayload(
        @Nullable TierSetVersion tierSetVersion, List<Rejection> userErrors, boolean isReplay) {

    static TierSetPayload of(Result<TierSetVersion> result) {
        var payloadData = PayloadData.to(result);
        return new TierSetPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
