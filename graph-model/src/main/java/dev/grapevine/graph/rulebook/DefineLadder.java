package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.kernel.Command;
import dev.grapevine.graph.rule.Ladder;

/**
 * Sets the tiers of a brand, at once; replaces those under the same key.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}
 */
public record DefineLadder(String key, String name, Ladder spec) implements Command {
    @Override
    public String operation() {
        return "setTiers";
    }
}
