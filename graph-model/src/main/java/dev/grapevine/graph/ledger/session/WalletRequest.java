package dev.grapevine.graph.ledger.session;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/**
 * Request to lock a wallet. A wallet that the callers may not see is neither locked nor created.
 *
 * @param brandIds brands of the callers; null if one of them sees all brands
 * @param draws maximum points that the commands may draw from the wallet
 */
public record WalletRequest(@Nullable Set<String> brandIds, long draws) {

    /** Request without a caller and without draws. */
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

    boolean isVisibleIn(String brandId) {
        return brandIds == null || brandIds.contains(brandId);
    }
}
