package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.kernel.command.Command;

/**
 * Sets a limit on what rules give together, at once; replaces the one under the same key.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}
 */
public record SetEarningLimit(String key, String name, EarningLimit spec) implements Command {
    @Override
    public String operation() {
        return "setEarningLimit";
    }
}
