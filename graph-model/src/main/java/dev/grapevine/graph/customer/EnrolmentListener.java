package dev.grapevine.graph.customer;

import java.util.List;

/**
 * Port for modules that give new customers something. Every implementation is called in the order
 * of its {@code @Order}, inside the transaction that enrols the customers; an exception rolls the
 * transaction back.
 */
public interface EnrolmentListener {

    /**
     * Customers were enrolled.
     *
     * @param customers never empty
     */
    void enrolled(List<Customer> customers);
}
