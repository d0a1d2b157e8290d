package dev.grapevine.graph.brand;

import dev.grapevine.graph.kernel.command.Rejection;


import java.util.List;

/** Another brand has this key. */
record BrandKeyTaken(String key) implements Rejection {

    @Override
    public String code() {
        return "BRAND_KEY_TAKEN";
    }

    @Override
    public String message() {
        return "There is a brand with the key '" + key + "' already.";
    }

    @Override
    public List<String> path() {
        return List.of("key");
    }
}
