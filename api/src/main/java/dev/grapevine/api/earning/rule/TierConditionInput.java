package dev.grapevine.api.earning.rule;

import dev.grapevine.graph.earning.rule.Condition;

import java.util.List;

/**
 * Tiers of a tier set.
 *
 * @param tierSet key of the tier set
 * @param tiers keys of its tiers
 */
public record TierConditionInput(String tierSet, List<String> tiers) {

    Condition condition() {
        return new Condition.TierIn(tierSet, tiers);
    }
}
