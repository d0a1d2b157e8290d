package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.kernel.command.Command;

/**
 * Asks for a new version of a rule, as a draft.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}; the first draft under it makes the rule
 * @param name what customers are told, 1 to 100 characters
 */
public record DraftRule(String key, String name, RuleSpec spec) implements Command {
    @Override
    public String operation() {
        return "draftRule";
    }
}
