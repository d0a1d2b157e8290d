package dev.grapevine.api.ledger.currency;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.BrandArgument;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.api.ledger.SetCurrencyPayload;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.ledger.currency.Currencies;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.SetCurrency;

import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;

/** Resolves {@code setCurrency} and {@code Brand.currencies}. */
@Controller
class CurrencyController {

    private final Currencies currencies;

    CurrencyController(Currencies currencies) {
        this.currencies = currencies;
    }

    @Bean
    static NodeSource currencyNodes(Currencies currencies) {
        return NodeSource.of("cur", currencies::byIds);
    }

    @MutationMapping
    SetCurrencyPayload setCurrency(
            @Argument SetCurrency input, BrandArgument argument, Administrator administrator) {
        return SetCurrencyPayload.of(currencies.set(administrator.call(), argument.brand(), input));
    }

    @BatchMapping(typeName = "Brand", field = "currencies")
    Map<Brand, List<Currency>> currenciesOfBrands(List<Brand> brands) {
        return BatchMappings.load(brands, Brand::id, currencies::ofBrands);
    }
}
