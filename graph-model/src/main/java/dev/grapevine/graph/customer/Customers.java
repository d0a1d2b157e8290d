package dev.grapevine.graph.customer;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All customers of all brands. */
public interface Customers {

    /**
     * Enrols a customer, once per idempotency key; who joined at no given time joined now.
     * Refusals: {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND}, {@code ALREADY_ENROLLED}.
     */
    Outcome<Customer> enrol(Call call, String brandKey, EnrolCustomer command);

    /**
     * Enrols many customers in one transaction, each with its own outcome, in their order. A time
     * of joining that is not given stays unknown. Refusals: {@code INVALID_INPUT}, {@code
     * ALREADY_ENROLLED}.
     */
    List<Outcome<Customer>> enrolAll(String brandId, List<EnrolCustomer> commands);

    /**
     * The customer with this external id, if there is one whom the caller may see. One round trip.
     */
    Optional<Customer> byExternalId(Caller caller, String brandKey, String externalId);

    /** The customers with these external ids, by external id. One round trip. */
    Map<String, Customer> byExternalIds(String brandId, Collection<String> externalIds);

    /** The customers with these ids whom the caller may see, by id. One round trip. */
    Map<String, Customer> byIds(Caller caller, Collection<String> ids);

    /**
     * Keeps everybody else from changing what hangs on these customers until the transaction ends,
     * and returns them by id. Customers are locked in the order of their ids, and before anything
     * else: so two transactions never wait for each other.
     */
    Map<String, Customer> lock(Caller caller, Collection<String> ids);
}
