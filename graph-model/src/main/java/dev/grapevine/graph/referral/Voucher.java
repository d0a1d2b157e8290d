package dev.grapevine.graph.referral;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Customer who vouched for another without being the referrer: part of no chain, and no reason for
 * a reward.
 *
 * @param at time of the vouching; null if unknown
 */
public record Voucher(String voucherId, String customerId, @Nullable OffsetDateTime at) {

    /** Returns the key of the pair. */
    public String key() {
        return voucherId + "|" + customerId;
    }
}
