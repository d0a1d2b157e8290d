package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.kernel.command.Command;

/**
 * Command that creates a tier set or replaces the one with the same key, active at once.
 *
 * @param key short name of the tier set, 2–40 characters of {@code a-z 0-9 -}
 */
public record SetTierSet(String key, String name, TierSet spec) implements Command {
    @Override
    public String operation() {
        return "setTierSet";
    }
}
