package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.rule.PointsFormula;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Objects;

/** A points formula; exactly one member is set. */
record PointsFormulaInput(
        @Nullable Long fixed,
        @Nullable BigDecimal perQuantity,
        PointsFormula.@Nullable PerValue perValue,
        @Nullable String expression) {

    PointsFormula amount() {
        if (fixed != null) {
            return new PointsFormula.Fixed(fixed);
        }
        if (perQuantity != null) {
            return new PointsFormula.PerQuantity(perQuantity);
        }
        if (perValue != null) {
            return perValue;
        }
        return new PointsFormula.ByExpression(Objects.requireNonNull(expression));
    }
}
