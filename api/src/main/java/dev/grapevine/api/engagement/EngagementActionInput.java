package dev.grapevine.api.engagement;

import dev.grapevine.graph.engagement.EngagementAction;

import java.util.List;

/** Something that customers do and that counts as engagement. */
record EngagementActionInput(String action, long weight, List<String> kinds) {

    static List<EngagementAction> all(List<EngagementActionInput> actions) {
        return actions.stream()
                .map(each -> new EngagementAction(each.action(), each.weight(), each.kinds()))
                .toList();
    }
}
