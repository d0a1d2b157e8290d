package dev.grapevine.graph.earning.tier;

import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.TierStatus;
import dev.grapevine.graph.earning.rule.RuleHistory;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Where a customer stands on one of the brand's ladders.
 *
 * @param tierSetKey key of the ladder
 * @param versionId {@code tsv_…}: the version of it that is in force
 */
public record CustomerTier(String tierSetKey, String versionId, TierStatus status) {

    /** The standings on all ladders that are in force. */
    public static List<CustomerTier> of(
            RuleHistory history, EarningState state, OffsetDateTime now) {
        return history.latest().tierSets().entrySet().stream()
                .map(
                        ladder ->
                                new CustomerTier(
                                        ladder.getKey(),
                                        ladder.getValue().versionId(),
                                        TierStatus.of(ladder.getValue(), state, now)))
                .toList();
    }
}
