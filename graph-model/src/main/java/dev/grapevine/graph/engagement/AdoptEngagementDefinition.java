package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.command.Command;

import com.fasterxml.jackson.annotation.JsonProperty;


import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Asks for a definition by a template: its first version.
 *
 * @param key null for the template's
 * @param name null for the template's
 * @param actions which kinds count as the template's actions; an action that is left out does not
 *     count
 * @param activeDayWeight 0 to 1,000
 */
public record AdoptEngagementDefinition(
        EngagementTemplate template,
        @Nullable String key,
        @Nullable String name,
        List<AdoptedAction> actions,
        long activeDayWeight)
        implements Command {

    /**
     * Which kinds count as an action of the template.
     *
     * @param name the action's name in the template
     * @param kinds kinds of activity, 1 to 50
     * @param weight null for the template's
     */
    public record AdoptedAction(
            @JsonProperty("name") String name,
            @JsonProperty("kinds") List<String> kinds,
            @JsonProperty("weight") @Nullable Long weight) {}

    @Override
    public String operation() {
        return "adoptEngagementDefinition";
    }
}
