package dev.grapevine.graph.referral;

import dev.grapevine.graph.customer.Customer;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Referral of a customer, the referee, by another customer, the referrer.
 *
 * @param id {@code ref_…}
 * @param referredAt time of the referral; null if unknown
 * @param code referral code or link that was used; null if unknown
 */
public record Referral(
        String id,
        Customer referrer,
        Customer referee,
        @Nullable OffsetDateTime referredAt,
        @Nullable String code) {}
