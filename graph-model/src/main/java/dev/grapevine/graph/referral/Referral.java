package dev.grapevine.graph.referral;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Cursor;


import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * One customer brought another.
 *
 * @param id {@code ref_…}
 * @param referredAt when
 * @param code the code or link that was used
 */
public record Referral(
        String id,
        Customer referrer,
        Customer referee,
        OffsetDateTime referredAt,
        @Nullable String code) {

    /** The place among the referrals of the referrer. */
    public Cursor cursor() {
        return Cursor.at(referredAt, referee.id());
    }
}
