package dev.grapevine.api.rulebook;

import dev.grapevine.graph.rule.Amount;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Objects;

/** How many points; one of the members is there. */
record AmountInput(
        @Nullable Long fixed,
        @Nullable BigDecimal perQuantity,
        Amount.@Nullable PerValue perValue,
        @Nullable String formula) {

    Amount amount() {
        if (fixed != null) {
            return new Amount.Fixed(fixed);
        }
        if (perQuantity != null) {
            return new Amount.PerQuantity(perQuantity);
        }
        if (perValue != null) {
            return perValue;
        }
        return new Amount.Formula(Objects.requireNonNull(formula));
    }
}
