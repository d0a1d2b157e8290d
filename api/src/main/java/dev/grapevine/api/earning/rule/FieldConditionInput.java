package dev.grapevine.api.earning.rule;

import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;

/** A field of an activity and what it is compared with. */
public record FieldConditionInput(String name, Comparison comparison, String value) {

    Condition condition() {
        return new Condition.FieldIs(name, comparison, value);
    }
}
