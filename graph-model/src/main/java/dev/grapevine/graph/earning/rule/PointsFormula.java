package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.math.BigDecimal;

/** How many points an activity is worth; below zero it takes points away. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "amount")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PointsFormula.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = PointsFormula.PerQuantity.class, name = "perQuantity"),
    @JsonSubTypes.Type(value = PointsFormula.PerValue.class, name = "perValue"),
    @JsonSubTypes.Type(value = PointsFormula.ByExpression.class, name = "expression"),
})
public sealed interface PointsFormula {

    /** Always the same. */
    record Fixed(@JsonProperty("points") long points) implements PointsFormula {}

    /** So many for each one of the activity's quantity. */
    record PerQuantity(@JsonProperty("points") BigDecimal points) implements PointsFormula {}

    /** So many for each so much of the activity's value. */
    record PerValue(
            @JsonProperty("points") BigDecimal points, @JsonProperty("each") BigDecimal each)
            implements PointsFormula {}

    /** What a CEL expression answers. */
    record ByExpression(@JsonProperty("expression") String expression) implements PointsFormula {}
}
