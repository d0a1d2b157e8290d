package dev.grapevine.api.earning.rule;

import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;

/** Comparison of a field of the activity with a value. */
public record FieldConditionInput(String name, Comparison comparison, String value) {

    Condition condition() {
        return new Condition.FieldIs(name, comparison, value);
    }
}
