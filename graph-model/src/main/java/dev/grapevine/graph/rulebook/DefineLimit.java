package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.kernel.Command;
import dev.grapevine.graph.rule.Limit;

/**
 * Sets a limit on what rules give together, at once; replaces the one under the same key.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}
 */
public record DefineLimit(String key, String name, Limit spec) implements Command {
    @Override
    public String operation() {
        return "setEarningLimit";
    }
}
