package dev.grapevine.graph.customer;

import dev.grapevine.graph.kernel.command.Rejection;


import java.util.List;

/** The brand has a customer with this external id. */
public record AlreadyEnrolled(String externalId) implements Rejection {

    @Override
    public String code() {
        return "ALREADY_ENROLLED";
    }

    @Override
    public String message() {
        return "The brand has a customer '" + externalId + "' already.";
    }

    @Override
    public List<String> path() {
        return List.of("externalId");
    }
}
