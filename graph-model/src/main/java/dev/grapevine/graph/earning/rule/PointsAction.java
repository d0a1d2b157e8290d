package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Points that a rule gives, or takes if they are negative.
 *
 * @param currency code of the currency
 * @param amount formula of the base amount
 * @param rounding rounding of the multiplied amount to whole points
 * @param isBonus true if multipliers do not apply
 */
public record PointsAction(
        @JsonProperty("currency") String currency,
        @JsonProperty("amount") PointsFormula amount,
        @JsonProperty("rounding") Rounding rounding,
        @JsonProperty("isBonus") boolean isBonus) {}
