package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.command.Command;

import java.util.List;

/**
 * Command to create the first version of a definition of the brand's own.
 *
 * @param key 2 to 40 characters of {@code a-z 0-9 -}
 * @param name 1 to 100 characters
 * @param actions 1 to {@link EngagementDefinitions#MAX_ACTIONS}
 * @param activeDayWeight 0 to 1,000
 */
public record CreateEngagementDefinition(
        String key, String name, List<EngagementAction> actions, long activeDayWeight)
        implements Command {
    @Override
    public String operation() {
        return "createEngagementDefinition";
    }
}
