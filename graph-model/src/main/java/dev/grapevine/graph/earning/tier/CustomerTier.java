package dev.grapevine.graph.earning.tier;

import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.TierStatus;
import dev.grapevine.graph.earning.rule.RuleHistory;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Tier of a customer in an active tier set of the brand.
 *
 * @param tierSetKey key of the tier set
 * @param versionId {@code tsv_…}: active version of the tier set
 * @param status tier and qualifying points
 */
public record CustomerTier(String tierSetKey, String versionId, TierStatus status) {

    /** Returns the tiers in all active tier sets, in the order of their keys. */
    public static List<CustomerTier> of(
            RuleHistory history, EarningState state, OffsetDateTime now) {
        return history.latest().tierSets().entrySet().stream()
                .map(
                        tierSet ->
                                new CustomerTier(
                                        tierSet.getKey(),
                                        tierSet.getValue().versionId(),
                                        TierStatus.of(tierSet.getValue(), state, now)))
                .toList();
    }
}
