package dev.grapevine.graph.engagement;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * Action of an engagement definition, with the activity kinds that count as the action.
 *
 * @param name for example {@code PURCHASE}
 * @param weight points of the score per activity, 0 to 1,000
 * @param kinds activity kinds that count as the action, 1 to 50
 */
public record EngagementAction(
        @JsonProperty("name") String name,
        @JsonProperty("weight") long weight,
        @JsonProperty("kinds") List<String> kinds) {

    public EngagementAction {
        kinds = List.copyOf(kinds);
    }
}
