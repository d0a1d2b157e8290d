package dev.grapevine.graph.referral;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Step of a referral chain or tree.
 *
 * @param depth number of referrals between the start of the traversal and this customer, 1 for the
 *     nearest
 * @param customer customer reached by the step: the referrer in a chain, the referee in a tree
 * @param referredAt time of the step's referral; null if unknown
 */
public record ReferralStep(int depth, Customer customer, @Nullable OffsetDateTime referredAt) {

    /** Returns the cursor in a tree, breadth first. */
    public Cursor cursor() {
        return new Cursor(depth, customer.id());
    }
}
