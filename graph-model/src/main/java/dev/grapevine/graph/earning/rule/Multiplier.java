package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.math.BigDecimal;
import java.util.List;

/**
 * Multiplication of the non-bonus points that other rules give for the same activity.
 *
 * @param factor factor, above 0
 * @param rules keys of the multiplied rules; empty for all other rules
 */
public record Multiplier(
        @JsonProperty("factor") BigDecimal factor, @JsonProperty("rules") List<String> rules) {

    /**
     * Returns true if the multiplier applies to a rule. A multiplier applies to the rule that it
     * belongs to only if {@link #rules} names that rule.
     *
     * @param ownKey key of the rule that the multiplier belongs to
     */
    public boolean concerns(String ownKey, String ruleKey) {
        return rules.isEmpty() ? !ruleKey.equals(ownKey) : rules.contains(ruleKey);
    }
}
