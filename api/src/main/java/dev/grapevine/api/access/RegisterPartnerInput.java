package dev.grapevine.api.access;

import dev.grapevine.graph.access.RegisterPartner;

/** Input of {@code registerPartner}. */
record RegisterPartnerInput(String brand, String name, String idempotencyKey) {

    RegisterPartner command() {
        return new RegisterPartner(name);
    }
}
