package dev.grapevine.graph.kernel.command;

import org.jspecify.annotations.Nullable;

/**
 * Who calls, and how much of the graph they may see: one brand, or everything. What lies outside
 * answers as if it did not exist.
 *
 * @param id the partner's id, or the administrator's name; idempotency keys of different callers
 *     never meet
 * @param brandId the one brand, or null for everything
 * @param limits how many points they may give
 */
public record Caller(String id, @Nullable String brandId, AwardLimits limits) {

    /** Grapevine itself: the story and the import. */
    public static final Caller SYSTEM = new Caller("grapevine", null);

    /** A caller who may give as many points as they like. */
    public Caller(String id, @Nullable String brandId) {
        this(id, brandId, AwardLimits.NONE);
    }

    public boolean sees(String otherBrandId) {
        return brandId == null || brandId.equals(otherBrandId);
    }
}
