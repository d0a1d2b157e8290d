package dev.grapevine.api.partner;

import dev.grapevine.graph.partner.RegisterPartner;

/** A partner to register. */
record RegisterPartnerInput(String brand, String name, String idempotencyKey) {

    RegisterPartner command() {
        return new RegisterPartner(name);
    }
}
