package dev.grapevine.api.customer;

import dev.grapevine.graph.customer.EnrolCustomer;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A customer to enrol. */
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
