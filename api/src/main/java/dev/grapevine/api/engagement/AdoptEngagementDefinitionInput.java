package dev.grapevine.api.engagement;

import dev.grapevine.graph.engagement.AdoptEngagementDefinition;
import dev.grapevine.graph.engagement.EngagementTemplate;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Input of {@code adoptEngagementDefinition}. */
record AdoptEngagementDefinitionInput(
        String brand,
        EngagementTemplate template,
        @Nullable String key,
        @Nullable String name,
        List<AdoptedActionInput> actions,
        long activeDayWeight) {

    /**
     * The kinds and the weight of one action of the template; a null weight means that of the
     * template.
     */
    record AdoptedActionInput(String action, List<String> kinds, @Nullable Long weight) {}

    AdoptEngagementDefinition command() {
        var adopted =
                actions.stream()
                        .map(
                                action ->
                                        new AdoptEngagementDefinition.AdoptedAction(
                                                action.action(), action.kinds(), action.weight()))
                        .toList();
        return new AdoptEngagementDefinition(template, key, name, adopted, activeDayWeight);
    }
}
