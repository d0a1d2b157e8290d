package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.kernel.command.Command;

/**
 * Command that stores a new version of a rule as a draft.
 *
 * @param key short name of the rule, 2–40 characters of {@code a-z 0-9 -}; a new key creates the
 *     rule
 * @param name name shown to customers, 1–100 characters
 */
public record DraftRule(String key, String name, RuleSpec spec) implements Command {
    @Override
    public String operation() {
        return "draftRule";
    }
}
