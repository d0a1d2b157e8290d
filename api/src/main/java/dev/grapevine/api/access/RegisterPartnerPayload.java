package dev.grapevine.api.access;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.access.Partner;
import dev.grapevine.graph.access.RegisteredPartner;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code registerPartner}. */
record RegisterPartnerPayload(
        @Nullable Partner partner,
        @Nullable String apiKey,
        List<Rejection> userErrors,
        boolean isReplay) {

    static RegisterPartnerPayload of(Result<RegisteredPartner> result) {
        var payloadData = PayloadData.to(result);
        var partner = payloadData.value();
        return new RegisterPartnerPayload(
                partner == null ? null : partner.partner(),
                partner == null ? null : partner.apiKey(),
                payloadData.userErrors(),
                payloadData.isReplay());
    }
}
