package dev.grapevine.graph.kernel.command;

import org.jspecify.annotations.Nullable;

/**
 * Authenticated origin of a call, with access to one brand or to all brands. Data of other brands
 * appear as non-existent.
 *
 * @param id id of the partner, or name of the administrator; part of the scope of idempotency keys
 * @param brandId id of the one accessible brand; null for all brands
 * @param limits limits of the points that the caller may award
 */
public record Caller(String id, @Nullable String brandId, AwardLimits limits) {

    /** Caller for commands of Grapevine itself: demo data and data import. */
    public static final Caller SYSTEM = new Caller("grapevine", null);

    /** Creates a caller without award limits. */
    public Caller(String id, @Nullable String brandId) {
        this(id, brandId, AwardLimits.NONE);
    }

    public boolean sees(String otherBrandId) {
        return brandId == null || brandId.equals(otherBrandId);
    }
}
