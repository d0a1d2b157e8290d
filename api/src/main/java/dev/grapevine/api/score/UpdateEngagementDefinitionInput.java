package dev.grapevine.api.score;

import dev.grapevine.graph.score.ReviseEngagement;

import java.util.List;

/** A new version of a definition. */
record UpdateEngagementDefinitionInput(
        String brand,
        String key,
        String name,
        List<EngagementActionInput> actions,
        long activeDayWeight,
        String idempotencyKey) {

    ReviseEngagement command() {
        return new ReviseEngagement(key, name, EngagementActionInput.all(actions), activeDayWeight);
    }
}
