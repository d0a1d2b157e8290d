package dev.grapevine.graph.referral;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Cursor;


import java.time.OffsetDateTime;

/**
 * One step of a chain or a tree of referrals.
 *
 * @param depth how many referrals lie between this customer and where the walk began; 1 is next to
 *     it
 * @param customer whom the step reaches: upwards the referrer, downwards the one who was referred
 * @param referredAt when the referral of this step happened
 */
public record ReferralStep(int depth, Customer customer, OffsetDateTime referredAt) {

    /** The place in a tree: breadth first. */
    public Cursor cursor() {
        return new Cursor(depth, customer.id());
    }
}
