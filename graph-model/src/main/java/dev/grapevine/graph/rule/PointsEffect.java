package dev.grapevine.graph.rule;

/**
 * Points that a rule gives or takes.
 *
 * @param currency code of the currency
 * @param isBonus whether multipliers leave it alone
 */
public record PointsEffect(String currency, Amount amount, Rounding rounding, boolean isBonus) {}
