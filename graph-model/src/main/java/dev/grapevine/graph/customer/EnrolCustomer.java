package dev.grapevine.graph.customer;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Command to enrol a customer.
 *
 * @param externalId 1 to 128 characters without blanks
 * @param displayName at most 200 characters
 */
public record EnrolCustomer(
        String externalId, @Nullable String displayName, @Nullable OffsetDateTime joinedAt)
        implements Command {
    @Override
    public String operation() {
        return "enrolCustomer";
    }
}
