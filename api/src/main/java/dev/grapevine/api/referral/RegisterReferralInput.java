package dev.grapevine.api.referral;

import dev.grapevine.graph.referral.RegisterReferral;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A referral to register. */
record RegisterReferralInput(
        String referrerId,
        String refereeId,
        @Nullable String code,
        @Nullable OffsetDateTime referredAt,
        String idempotencyKey) {

    RegisterReferral command() {
        return new RegisterReferral(referrerId, refereeId, code, referredAt);
    }
}
