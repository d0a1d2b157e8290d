package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.rule.PointsFormula;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.math.BigDecimal;

/** Resolves the members of {@code PointsFormula}: exactly one is not null, as in the input. */
@Controller
class PointsFormulaController {

    @SchemaMapping
    @Nullable Long fixed(PointsFormula formula) {
        return formula instanceof PointsFormula.Fixed(var points) ? points : null;
    }

    @SchemaMapping
    @Nullable BigDecimal perQuantity(PointsFormula formula) {
        return formula instanceof PointsFormula.PerQuantity(var points) ? points : null;
    }

    @SchemaMapping
    PointsFormula.@Nullable PerValue perValue(PointsFormula formula) {
        return formula instanceof PointsFormula.PerValue perValue ? perValue : null;
    }

    @SchemaMapping
    @Nullable String expression(PointsFormula formula) {
        return formula instanceof PointsFormula.ByExpression(var expression) ? expression : null;
    }
}
