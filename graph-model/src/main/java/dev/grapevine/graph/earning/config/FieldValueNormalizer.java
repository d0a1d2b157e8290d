package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.earning.rule.Condition;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Normalizer of the constants that conditions compare number fields with: the canonical form, as
 * activities store it, {@code 5} for {@code 5.0}.
 */
final class FieldValueNormalizer {

    private final Map<String, ActivityKind> kinds;
    private final List<String> conditionKinds;

    /**
     * @param conditionKinds keys of the activity kinds that the conditions are evaluated for
     */
    FieldValueNormalizer(Map<String, ActivityKind> kinds, List<String> conditionKinds) {
        this.kinds = kinds;
        this.conditionKinds = conditionKinds;
    }

    @Nullable Condition in(@Nullable Condition condition) {
        return condition == null ? null : condition.withFields(this::canonical);
    }

    private Condition.FieldIs canonical(Condition.FieldIs condition) {
        var number = FieldType.NUMBER.canonical(condition.value());
        return number == null || !isNumber(condition.field())
                ? condition
                : new Condition.FieldIs(condition.field(), condition.comparison(), number);
    }

    private boolean isNumber(String field) {
        return conditionKinds.stream()
                .map(kinds::get)
                .filter(Objects::nonNull)
                .flatMap(kind -> kind.kindFields().stream())
                .anyMatch(it -> it.name().equals(field) && it.type() == FieldType.NUMBER);
    }
}
