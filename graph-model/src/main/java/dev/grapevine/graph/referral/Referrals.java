package dev.grapevine.graph.referral;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who brought whom: all referrals, and the walks along them. */
public interface Referrals {

    /** The longest chain that {@link #chains} walks. */
    int LONGEST_CHAIN = 100;

    /** The deepest tree that {@link #trees} walks. */
    int DEEPEST_TREE = 10;

    /**
     * Registers a referral, once per idempotency key, and records the activity {@code
     * referral.made} for the referrer. Registrations of one brand happen one after the other, so
     * that a race cannot close a cycle. Refusals: {@code INVALID_INPUT}, {@code CUSTOMER_NOT_FOUND},
     * {@code SELF_REFERRAL}, {@code ALREADY_REFERRED}, {@code REFERRAL_CYCLE}.
     */
    Outcome<Referral> register(Call call, RegisterReferral command);

    /**
     * Registers many referrals in one transaction, in their order, each with its own outcome, as
     * {@link #register}.
     */
    List<Outcome<Referral>> registerAll(String brandId, List<RegisterReferral> commands);

    /** The referrals with these ids that the caller may see, by id. One round trip. */
    Map<String, Referral> byIds(Caller caller, Collection<String> ids);

    /**
     * The referral that brought each customer, by customer id; who was not brought is not there.
     * One round trip.
     */
    Map<String, Referral> thatBrought(Collection<String> customerIds);

    /** Who brought each customer, by customer id. One round trip. */
    Map<String, Customer> referrers(Collection<String> customerIds);

    /** The direct referrals of each customer, earliest first, by customer id. One round trip. */
    Map<String, Page<Referral>> ofCustomers(Collection<String> customerIds, PageRequest request);

    /**
     * The way from each customer up to the root, nearest first, by customer id. One round trip.
     *
     * @param maxDepth 1 to {@value #LONGEST_CHAIN}
     */
    Map<String, List<ReferralStep>> chains(Collection<String> customerIds, int maxDepth);

    /**
     * Everyone whom each customer brought, directly or through others, breadth first, by customer
     * id. One round trip. The request's filter {@code maxDepth} is 1 to {@value #DEEPEST_TREE}.
     */
    Map<String, Page<ReferralStep>> trees(Collection<String> customerIds, PageRequest request);

    /** How many customers each customer brought, by customer id. One round trip. */
    Map<String, ReferralStats> stats(Collection<String> customerIds);
}
