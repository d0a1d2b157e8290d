package dev.grapevine.api.access;

import dev.grapevine.graph.access.SetPartnerLimits;

import org.jspecify.annotations.Nullable;

/** Input of {@code setPartnerLimits}. */
record SetPartnerLimitsInput(
        String partnerId,
        @Nullable Long perCall,
        @Nullable Long perCustomerPerDay,
        @Nullable Long total,
        String idempotencyKey) {

    SetPartnerLimits command() {
        return new SetPartnerLimits(partnerId, perCall, perCustomerPerDay, total);
    }
}
