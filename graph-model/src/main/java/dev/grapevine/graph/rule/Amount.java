package dev.grapevine.graph.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.math.BigDecimal;

/** How many points an activity is worth; below zero it takes points away. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "amount")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Amount.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = Amount.PerQuantity.class, name = "perQuantity"),
    @JsonSubTypes.Type(value = Amount.PerValue.class, name = "perValue"),
    @JsonSubTypes.Type(value = Amount.Formula.class, name = "expression"),
})
public sealed interface Amount {

    /** Always the same. */
    record Fixed(@JsonProperty("points") long points) implements Amount {}

    /** So many for each one of the activity's quantity. */
    record PerQuantity(@JsonProperty("points") BigDecimal points) implements Amount {}

    /** So many for each so much of the activity's value. */
    record PerValue(
            @JsonProperty("points") BigDecimal points, @JsonProperty("each") BigDecimal each)
            implements Amount {}

    /** What a CEL expression answers. */
    record Formula(@JsonProperty("expression") String expression) implements Amount {}
}
