package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.kernel.command.Command;

/**
 * Command that creates an earning limit or replaces the one with the same key, active at once.
 *
 * @param key short name of the limit, 2–40 characters of {@code a-z 0-9 -}
 */
public record SetEarningLimit(String key, String name, EarningLimit spec) implements Command {
    @Override
    public String operation() {
        return "setEarningLimit";
    }
}
