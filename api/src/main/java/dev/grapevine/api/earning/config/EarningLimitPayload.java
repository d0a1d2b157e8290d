package dev.grapevine.api.earning.config;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code setEarningLimit} and {@code retireEarningLimit}. */
record EarningLimitPayload(
        @Nullable EarningLimitVersion earningLimitVersion,
        List<Rejection> userErrors,
        boolean isReplay) {

    static EarningLimitPayload of(Result<EarningLimitVersion> result) {
        var payloadData = PayloadData.to(result);
        return new EarningLimitPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
