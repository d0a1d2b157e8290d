package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.math.BigDecimal;

/** Formula of the base amount of a rule; negative amounts take points. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "amount")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PointsFormula.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = PointsFormula.PerQuantity.class, name = "perQuantity"),
    @JsonSubTypes.Type(value = PointsFormula.PerValue.class, name = "perValue"),
    @JsonSubTypes.Type(value = PointsFormula.ByExpression.class, name = "expression"),
})
public sealed interface PointsFormula {

    /** Fixed number of points. */
    record Fixed(@JsonProperty("points") long points) implements PointsFormula {}

    /** Points per unit of the quantity of the activity. */
    record PerQuantity(@JsonProperty("points") BigDecimal points) implements PointsFormula {}

    /**
     * Points per amount of the value (money) of the activity.
     *
     * @param points points for each amount
     * @param value amount of value, above 0
     */
    record PerValue(
            @JsonProperty("points") BigDecimal points, @JsonProperty("value") BigDecimal value)
            implements PointsFormula {}

    /** Result of a CEL expression. */
    record ByExpression(@JsonProperty("expression") String expression) implements PointsFormula {}
}
