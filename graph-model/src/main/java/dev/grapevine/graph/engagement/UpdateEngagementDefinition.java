package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.command.Command;

import java.util.List;

/**
 * Command to create the next version of a definition, with its complete content; earlier versions
 * stay unchanged.
 *
 * @param key key of the definition
 * @param name as in {@link CreateEngagementDefinition}
 * @param actions as in {@link CreateEngagementDefinition}
 * @param activeDayWeight as in {@link CreateEngagementDefinition}
 */
public record UpdateEngagementDefinition(
        String key, String name, List<EngagementAction> actions, long activeDayWeight)
        implements Command {
    @Override
    public String operation() {
        return "updateEngagementDefinition";
    }
}
