package dev.grapevine.api.engagement;

import dev.grapevine.graph.engagement.AdoptEngagementDefinition;
import dev.grapevine.graph.engagement.EngagementTemplate;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A template to adopt. */
record AdoptEngagementDefinitionInput(
        String brand,
        EngagementTemplate template,
        @Nullable String key,
        @Nullable String name,
        List<AdoptedActionInput> actions,
        long activeDayWeight,
        String idempotencyKey) {

    /** Which kinds count as an action of a template. */
    record AdoptedActionInput(String action, List<String> kinds, @Nullable Long weight) {}

    AdoptEngagementDefinition command() {
        var adopted =
                actions.stream()
                        .map(
                                each ->
                                        new AdoptEngagementDefinition.AdoptedAction(
                                                each.action(), each.kinds(), each.weight()))
                        .toList();
        return new AdoptEngagementDefinition(template, key, name, adopted, activeDayWeight);
    }
}
