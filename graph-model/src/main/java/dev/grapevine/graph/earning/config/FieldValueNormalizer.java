package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.earning.rule.Condition;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the values that fields are compared with as activities have them: {@code 5} for {@code
 * 5.0}. Texts stay as they are.
 */
final class FieldValueNormalizer {

    private final Map<String, ActivityKind> kinds;
    private final List<String> of;

    /**
     * @param of the kinds of activities of which conditions are asked
     */
    FieldValueNormalizer(Map<String, ActivityKind> kinds, List<String> of) {
        this.kinds = kinds;
        this.of = of;
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
        return of.stream()
                .map(kinds::get)
                .filter(Objects::nonNull)
                .flatMap(kind -> kind.kindFields().stream())
                .anyMatch(it -> it.name().equals(field) && it.type() == FieldType.NUMBER);
    }
}
