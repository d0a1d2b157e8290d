package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.Expression;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.PointsLedger;

import java.math.BigDecimal;

/** Validator of points formulas. */
final class PointsFormulaValidator {

    private PointsFormulaValidator() {}

    static void check(PointsFormula formula, Validation validation) {
        switch (formula) {
            case PointsFormula.Fixed(var points) ->
                    validation
                            .between(
                                    "points",
                                    points,
                                    -PointsLedger.MAX_AMOUNT,
                                    PointsLedger.MAX_AMOUNT)
                            .require(points != 0, "points", "points must not be 0.");
            case PointsFormula.PerQuantity(var points) -> rate(points, validation);
            case PointsFormula.PerValue(var points, var each) -> {
                rate(points, validation);
                validation.require(
                        each.signum() > 0 && isSmall(each),
                        "points",
                        "points: each "
                                + each
                                + " must be above 0, with at most 9 digits before and 6 after the"
                                + " decimal point.");
            }
            case PointsFormula.ByExpression(var expression) ->
                    Expression.problem(expression, false)
                            .ifPresent(problem -> validation.require(false, "points", problem));
        }
    }

    private static void rate(BigDecimal points, Validation validation) {
        validation.require(
                points.signum() != 0 && isSmall(points),
                "points",
                "points "
                        + points
                        + " must not be 0, with at most 9 digits before and 6 after the decimal"
                        + " point.");
    }

    private static boolean isSmall(BigDecimal number) {
        return number.scale() <= 6
                && number.scale() >= -9
                && number.precision() - number.scale() <= 9;
    }
}
