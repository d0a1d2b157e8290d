package dev.grapevine.graph.points;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/**
 * For whom a wallet is to be opened. Nobody locks, settles or makes a wallet that they may not see.
 *
 * @param brandIds the brands of those who want it; null if somebody who sees all brands does
 * @param draws the most that may be drawn from it
 */
record Wanted(@Nullable Set<String> brandIds, long draws) {

    /** For Grapevine itself. */
    static final Wanted BY_ITSELF = new Wanted(null, 0);

    static Wanted by(@Nullable String brandId, long draws) {
        return new Wanted(brandId == null ? null : Set.of(brandId), draws);
    }

    Wanted and(Wanted other) {
        if (brandIds == null || other.brandIds == null) {
            return new Wanted(null, draws + other.draws);
        }
        var both = new HashSet<>(brandIds);
        both.addAll(other.brandIds);
        return new Wanted(both, draws + other.draws);
    }

    boolean isSeenFrom(String brandId) {
        return brandIds == null || brandIds.contains(brandId);
    }
}
