package dev.grapevine.graph.rule;

import java.math.BigDecimal;
import java.util.List;

/**
 * Multiplies what other rules give for the same activity.
 *
 * @param factor above 0
 * @param rules keys of the rules; empty for all that give no bonus
 */
public record Multiplier(BigDecimal factor, List<String> rules) {

    /** Whether it concerns a rule. */
    public boolean concerns(String ruleKey) {
        return rules.isEmpty() || rules.contains(ruleKey);
    }
}
