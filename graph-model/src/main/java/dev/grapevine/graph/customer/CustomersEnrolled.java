package dev.grapevine.graph.customer;

import java.util.List;

/** Customers are new. Published in the transaction that enrols them. */
public record CustomersEnrolled(List<Customer> customers) {}
