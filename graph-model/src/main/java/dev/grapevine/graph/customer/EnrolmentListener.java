package dev.grapevine.graph.customer;

import java.util.List;

/**
 * Port for modules that set up data of new customers. Implementations are called in the order of
 * {@code @Order}, inside the transaction that enrols the customers; an exception rolls the
 * transaction back.
 */
public interface EnrolmentListener {

    /**
     * Handles the enrolment of customers.
     *
     * @param customers the new customers; never empty
     */
    void enrolled(List<Customer> customers);
}
