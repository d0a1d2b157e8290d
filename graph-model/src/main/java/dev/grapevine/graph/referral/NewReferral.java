package dev.grapevine.graph.referral;

import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * Referral to be written.
 *
 * @param id id of the new referral
 * @param at time of the referral; null if unknown
 */
record NewReferral(
        String id,
        String referrerId,
        String refereeId,
        @Nullable String code,
        @Nullable OffsetDateTime at) {

    /** Returns the time by which lists are ordered: an unknown time comes before all others. */
    OffsetDateTime listedAt() {
        return Objects.requireNonNullElse(at, Times.EARLIEST);
    }
}
