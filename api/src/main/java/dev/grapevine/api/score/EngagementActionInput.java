package dev.grapevine.api.score;

import dev.grapevine.graph.score.EngagementAction;

import java.util.List;

/** Something that customers do and that counts as engagement. */
record EngagementActionInput(String action, long weight, List<String> kinds) {

    static List<EngagementAction> all(List<EngagementActionInput> actions) {
        return actions.stream()
                .map(each -> new EngagementAction(each.action(), each.weight(), each.kinds()))
                .toList();
    }
}
