package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.kernel.command.Command;

/**
 * Sets the tiers of a brand, at once; replaces those under the same key.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}
 */
public record SetTiers(String key, String name, TierSet spec) implements Command {
    @Override
    public String operation() {
        return "setTiers";
    }
}
