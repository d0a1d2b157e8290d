package dev.grapevine.graph.engagement;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Stored form of a definition version: three parallel lists with one item for each activity kind,
 * in the order of the actions.
 *
 * @param actions action that the kind counts as
 * @param weights weight of that action
 */
record StoredDefinition(
        String id,
        String brandId,
        String versionKey,
        String key,
        int version,
        String name,
        @Nullable String template,
        List<String> kinds,
        List<String> actions,
        List<Long> weights,
        long activeDayWeight,
        OffsetDateTime createdAt) {

    static StoredDefinition of(EngagementDefinition definition) {
        var kinds = new ArrayList<String>();
        var actions = new ArrayList<String>();
        var weights = new ArrayList<Long>();
        for (var action : definition.actions()) {
            for (var kind : action.kinds()) {
                kinds.add(kind);
                actions.add(action.name());
                weights.add(action.weight());
            }
        }
        return new StoredDefinition(
                definition.id(),
                definition.brandId(),
                EngagementDefinition.versionKey(
                        definition.brandId(), definition.key(), definition.version()),
                definition.key(),
                definition.version(),
                definition.name(),
                definition.template(),
                kinds,
                actions,
                weights,
                definition.activeDayWeight(),
                definition.createdAt());
    }

    EngagementDefinition definition() {
        var kindsOf = new LinkedHashMap<String, List<String>>();
        var weightOf = new LinkedHashMap<String, Long>();
        for (var index = 0; index < kinds.size(); index++) {
            var action = actions.get(index);
            kindsOf.computeIfAbsent(action, _ -> new ArrayList<>()).add(kinds.get(index));
            weightOf.put(action, weights.get(index));
        }
        var counted = new ArrayList<EngagementAction>();
        weightOf.forEach(
                (action, weight) ->
                        counted.add(
                                new EngagementAction(
                                        action, weight, kindsOf.getOrDefault(action, List.of()))));
        return new EngagementDefinition(
                id, brandId, key, version, name, template, counted, activeDayWeight, createdAt);
    }
}
