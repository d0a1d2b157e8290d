package dev.grapevine.api.engagement;

import dev.grapevine.graph.engagement.CreateEngagementDefinition;

import java.util.List;

/** Input of {@code createEngagementDefinition}. */
record CreateEngagementDefinitionInput(
        String brand,
        String key,
        String name,
        List<EngagementActionInput> actions,
        long activeDayWeight) {

    CreateEngagementDefinition command() {
        return new CreateEngagementDefinition(
                key, name, EngagementActionInput.all(actions), activeDayWeight);
    }
}
