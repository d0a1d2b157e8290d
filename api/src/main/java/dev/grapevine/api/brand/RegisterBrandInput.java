package dev.grapevine.api.brand;

import dev.grapevine.graph.brand.RegisterBrand;

/** Input of {@code registerBrand}. */
record RegisterBrandInput(String key, String name, String idempotencyKey) {

    RegisterBrand command() {
        return new RegisterBrand(key, name);
    }
}
