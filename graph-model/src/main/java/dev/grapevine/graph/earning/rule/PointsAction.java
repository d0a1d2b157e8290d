package dev.grapevine.graph.earning.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Points that a rule gives or takes.
 *
 * @param currency code of the currency
 * @param isBonus whether multipliers leave it alone
 */
public record PointsAction(
        @JsonProperty("currency") String currency,
        @JsonProperty("amount") PointsFormula amount,
        @JsonProperty("rounding") Rounding rounding,
        @JsonProperty("isBonus") boolean isBonus) {}
