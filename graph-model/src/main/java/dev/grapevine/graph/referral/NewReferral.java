package dev.grapevine.graph.referral;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * A referral on its way in.
 *
 * @param id the id that it will have
 */
record NewReferral(
        String id, String referrerId, String refereeId, @Nullable String code, OffsetDateTime at) {}
