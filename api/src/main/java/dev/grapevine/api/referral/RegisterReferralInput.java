package dev.grapevine.api.referral;

import dev.grapevine.graph.referral.RegisterReferral;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Input of {@code registerReferral}. */
record RegisterReferralInput(
        String referrer,
        String referee,
        @Nullable String code,
        @Nullable OffsetDateTime referredAt,
        String idempotencyKey) {

    RegisterReferral command() {
        return new RegisterReferral(referrer, referee, code, referredAt);
    }
}
