package dev.grapevine.graph.referral;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Item of a customer's list of referees.
 *
 * @param customer the referee
 * @param referredAt time of the referral
 * @param code referral code or link that was used; null if unknown
 */
public record Referee(Customer customer, OffsetDateTime referredAt, @Nullable String code) {

    /** Returns the cursor in the list. */
    public Cursor cursor() {
        return Cursor.at(referredAt, customer.id());
    }
}
