package dev.grapevine.api.engagement;

import dev.grapevine.graph.engagement.DefineEngagement;

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
