package dev.grapevine.graph.engagement;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * Something that customers do and that counts as engagement, whatever a brand's systems call it.
 *
 * @param name for example {@code PURCHASE}
 * @param weight what one such activity adds to a score, 0 to 1,000
 * @param kinds kinds of activity that count as it, 1 to 50
 */
public record EngagementAction(
        @JsonProperty("name") String name,
        @JsonProperty("weight") long weight,
        @JsonProperty("kinds") List<String> kinds) {

    public EngagementAction {
        kinds = List.copyOf(kinds);
    }
}
