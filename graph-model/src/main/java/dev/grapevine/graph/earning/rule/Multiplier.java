package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.math.BigDecimal;
import java.util.List;

/**
 * Multiplies what other rules give for the same activity.
 *
 * @param factor above 0
 * @param rules keys of the rules; empty for all others that give no bonus
 */
public record Multiplier(
        @JsonProperty("factor") BigDecimal factor, @JsonProperty("rules") List<String> rules) {

    /** Whether a rule's multiplier concerns a rule; its own one only if it is named. */
    public boolean concerns(String ownKey, String ruleKey) {
        return rules.isEmpty() ? !ruleKey.equals(ownKey) : rules.contains(ruleKey);
    }
}
