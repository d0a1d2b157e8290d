package dev.grapevine.graph.ledger.session;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/**
 * For whom a wallet is to be opened. Nobody locks, settles or makes a wallet that they may not see.
 *
 * @param brandIds the brands of those who want it; null if somebody who sees all brands does
 * @param draws the most that may be drawn from it
 */
public record WalletRequest(@Nullable Set<String> brandIds, long draws) {

    /** For Grapevine itself. */
    public static final WalletRequest SYSTEM = new WalletRequest(null, 0);

    public static WalletRequest by(@Nullable String brandId, long draws) {
        return new WalletRequest(brandId == null ? null : Set.of(brandId), draws);
    }

    public WalletRequest and(WalletRequest other) {
        if (brandIds == null || other.brandIds == null) {
            return new WalletRequest(null, draws + other.draws);
        }
        var both = new HashSet<>(brandIds);
        both.addAll(other.brandIds);
        return new WalletRequest(both, draws + other.draws);
    }

    boolean isSeenFrom(String brandId) {
        return brandIds == null || brandIds.contains(brandId);
    }
}
