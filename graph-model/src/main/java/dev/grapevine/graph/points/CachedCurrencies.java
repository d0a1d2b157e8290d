package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.*;

import org.springframework.stereotype.Component;

import java.util.*;

/** Not built yet. */
@Component
class CachedCurrencies implements Currencies {
    @Override
    public Outcome<Currency> define(Call call, String brandKey, DefineCurrency command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Currency> byCode(String brandId, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<Currency>> ofBrands(Collection<String> brandIds) {
        throw new UnsupportedOperationException();
    }
}
