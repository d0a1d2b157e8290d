package dev.grapevine.graph.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Points that a rule gives or takes.
 *
 * @param currency code of the currency
 * @param isBonus whether multipliers leave it alone
 */
public record PointsEffect(
        @JsonProperty("currency") String currency,
        @JsonProperty("amount") Amount amount,
        @JsonProperty("rounding") Rounding rounding,
        @JsonProperty("isBonus") boolean isBonus) {}
