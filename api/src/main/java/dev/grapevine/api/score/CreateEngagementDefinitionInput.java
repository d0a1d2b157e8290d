package dev.grapevine.api.score;

import dev.grapevine.graph.score.DefineEngagement;

import java.util.List;

/** What counts as engagement. */
record CreateEngagementDefinitionInput(
        String brand,
        String key,
        String name,
        List<EngagementActionInput> actions,
        long activeDayWeight,
        String idempotencyKey) {

    DefineEngagement command() {
        return new DefineEngagement(key, name, EngagementActionInput.all(actions), activeDayWeight);
    }
}
