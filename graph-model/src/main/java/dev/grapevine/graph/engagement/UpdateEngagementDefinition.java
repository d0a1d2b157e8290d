package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.command.Command;


import java.util.List;

/**
 * Asks for a new version of a definition, with all that it says; the versions before stay as they
 * are.
 *
 * @param key the definition's key
 * @param name as in {@link CreateEngagementDefinition}
 * @param actions as in {@link CreateEngagementDefinition}
 * @param activeDayWeight as in {@link CreateEngagementDefinition}
 */
public record UpdateEngagementDefinition(
        String key, String name, List<EngagementAction> actions, long activeDayWeight)
        implements Command {
    @Override
    public String operation() {
        return "reviseEngagementDefinition";
    }
}
