package dev.grapevine.api.earning.rule;

import dev.grapevine.graph.earning.rule.Condition;

import java.util.List;

/**
 * Condition that the customer has one of these tiers.
 *
 * @param tierSet key of the tier set
 * @param tiers keys of tiers of the tier set
 */
public record TierConditionInput(String tierSet, List<String> tiers) {

    Condition condition() {
        return new Condition.TierIn(tierSet, tiers);
    }
}
