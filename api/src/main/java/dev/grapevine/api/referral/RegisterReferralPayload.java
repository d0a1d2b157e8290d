package dev.grapevine.api.referral;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.referral.Referral;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code registerReferral}. */
record RegisterReferralPayload(
        @Nullable Referral referral, List<Rejection> userErrors, boolean isReplay) {

    static RegisterReferralPayload of(Result<Referral> result) {
        var payloadData = PayloadData.to(result);
        return new RegisterReferralPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
