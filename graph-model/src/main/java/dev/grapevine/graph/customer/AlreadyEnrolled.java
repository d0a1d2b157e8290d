package dev.grapevine.graph.customer;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/** Rejection of an external id that another customer of the brand has. */
public record AlreadyEnrolled(String externalId) implements Rejection {

    @Override
    public String code() {
        return "ALREADY_ENROLLED";
    }

    @Override
    public String message() {
        return "externalId '" + externalId + "' is already used by another customer of the brand.";
    }

    @Override
    public List<String> path() {
        return List.of("externalId");
    }
}
