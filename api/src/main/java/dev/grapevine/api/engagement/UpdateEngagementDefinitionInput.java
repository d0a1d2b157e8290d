package dev.grapevine.api.engagement;

import dev.grapevine.graph.engagement.UpdateEngagementDefinition;

import java.util.List;

/** Input of {@code updateEngagementDefinition}. */
record UpdateEngagementDefinitionInput(
        String brand,
        String key,
        String name,
        List<EngagementActionInput> actions,
        long activeDayWeight) {

    UpdateEngagementDefinition command() {
        return new UpdateEngagementDefinition(
                key, name, EngagementActionInput.all(actions), activeDayWeight);
    }
}
