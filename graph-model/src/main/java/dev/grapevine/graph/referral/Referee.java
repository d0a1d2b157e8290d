package dev.grapevine.graph.referral;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Item of a customer's list of referees.
 *
 * @param customer the referee
 * @param referredAt time of the referral; null if unknown
 * @param listedAt time by which the list is ordered; an unknown time comes first
 * @param code referral code or link that was used; null if unknown
 */
public record Referee(
        Customer customer,
        @Nullable OffsetDateTime referredAt,
        OffsetDateTime listedAt,
        @Nullable String code) {

    /** Returns the cursor in the list. */
    public Cursor cursor() {
        return Cursor.at(listedAt, customer.id());
    }
}
