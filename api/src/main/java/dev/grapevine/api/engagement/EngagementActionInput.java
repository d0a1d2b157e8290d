package dev.grapevine.api.engagement;

import dev.grapevine.graph.engagement.EngagementAction;

import java.util.List;

/** An action of an engagement definition: its weight and the kinds that count as the action. */
record EngagementActionInput(String action, long weight, List<String> kinds) {

    static List<EngagementAction> all(List<EngagementActionInput> actions) {
        return actions.stream()
                .map(input -> new EngagementAction(input.action(), input.weight(), input.kinds()))
                .toList();
    }
}
