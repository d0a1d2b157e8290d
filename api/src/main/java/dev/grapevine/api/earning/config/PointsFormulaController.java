package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.rule.PointsFormula;


import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.math.BigDecimal;

/** Shows amounts in the form in which callers write them: of the members one is there. */
@Controller
class PointsFormulaController {

    @SchemaMapping
    @Nullable Long fixed(PointsFormula pointsFormula) {
        return pointsFormula instanceof PointsFormula.Fixed(var points) ? points : null;
    }

    @SchemaMapping
    @Nullable BigDecimal perQuantity(PointsFormula pointsFormula) {
        return pointsFormula instanceof PointsFormula.PerQuantity(var points) ? points : null;
    }

    @SchemaMapping
    PointsFormula.@Nullable PerValue perValue(PointsFormula pointsFormula) {
        return pointsFormula instanceof PointsFormula.PerValue it ? it : null;
    }

    @SchemaMapping
    @Nullable String formula(PointsFormula pointsFormula) {
        return pointsFormula instanceof PointsFormula.ByExpression(var expression)
                ? expression
                : null;
    }
}
