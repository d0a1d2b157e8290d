package dev.grapevine.graph.kernel;

import org.jspecify.annotations.Nullable;

/**
 * How much of the graph a caller may see: one brand, or everything. What lies outside answers as if it did not exist.
 *
 * @param brandId the one brand, or null for everything
 */
public record Scope(@Nullable String brandId) {

    public static final Scope EVERYTHING = new Scope(null);

    public boolean covers(String otherBrandId) {
        return brandId == null || brandId.equals(otherBrandId);
    }
}
