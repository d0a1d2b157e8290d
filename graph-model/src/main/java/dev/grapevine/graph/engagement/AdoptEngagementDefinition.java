package dev.grapevine.graph.engagement;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Command to create the first version of a definition from a template.
 *
 * @param key null for the key of the template
 * @param name null for the name of the template
 * @param actions activity kinds of the template's actions; an omitted action does not count
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
     * Activity kinds that count as an action of the template.
     *
     * @param name name of the action in the template
     * @param kinds activity kinds, 1 to 50
     * @param weight 0 to 1,000; null for the weight in the template
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
