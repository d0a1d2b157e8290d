package dev.grapevine.graph.referral;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Referral to be written.
 *
 * @param id id of the new referral
 */
record NewReferral(
        String id, String referrerId, String refereeId, @Nullable String code, OffsetDateTime at) {}
