package dev.grapevine.api.access;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.access.Partner;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code setPartnerLimits}. */
record SetPartnerLimitsPayload(
        @Nullable Partner partner, List<Rejection> userErrors, boolean isReplay) {

    static SetPartnerLimitsPayload of(Result<Partner> result) {
        var payloadData = PayloadData.to(result);
        return new SetPartnerLimitsPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
