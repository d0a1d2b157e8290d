package dev.grapevine.api.customer;

import dev.grapevine.graph.customer.EnrolCustomer;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Input of {@code enrolCustomer}. */
record EnrolCustomerInput(
        String brand,
        String externalId,
        @Nullable String displayName,
        @Nullable OffsetDateTime joinedAt,
        String idempotencyKey) {

    EnrolCustomer command() {
        return new EnrolCustomer(externalId, displayName, joinedAt);
    }
}
