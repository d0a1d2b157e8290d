package dev.grapevine.api.rulebook;

import dev.grapevine.graph.rule.Amount;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.math.BigDecimal;

/** Shows amounts in the form in which callers write them: of the members one is there. */
@Controller
class AmountController {

    @SchemaMapping
    @Nullable Long fixed(Amount amount) {
        return amount instanceof Amount.Fixed(var points) ? points : null;
    }

    @SchemaMapping
    @Nullable BigDecimal perQuantity(Amount amount) {
        return amount instanceof Amount.PerQuantity(var points) ? points : null;
    }

    @SchemaMapping
    Amount.@Nullable PerValue perValue(Amount amount) {
        return amount instanceof Amount.PerValue it ? it : null;
    }

    @SchemaMapping
    @Nullable String formula(Amount amount) {
        return amount instanceof Amount.Formula(var expression) ? expression : null;
    }
}
