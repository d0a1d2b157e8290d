package dev.grapevine.graph.brand;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/** Rejection of a brand key that another brand uses. */
record BrandKeyTaken(String key) implements Rejection {

    @Override
    public String code() {
        return "BRAND_KEY_TAKEN";
    }

    @Override
    public String message() {
        return "key '" + key + "' is already used by another brand.";
    }

    @Override
    public List<String> path() {
        return List.of("key");
    }
}
