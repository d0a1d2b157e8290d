package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The currencies of all brands. */
public interface Currencies {

    /**
     * Defines a currency of a brand or changes its rules, once per idempotency key. Refusals:
     * {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND}.
     */
    Outcome<Currency> define(Call call, String brandKey, DefineCurrency command);

    /** The currency of a brand with this code. Mostly answered from memory. */
    Optional<Currency> byCode(String brandId, String code);

    /** The currencies of each brand, the standard one among them, by brand id, by code. */
    Map<String, List<Currency>> ofBrands(Collection<String> brandIds);

    /** The currencies with these ids that the caller may see, by id. */
    Map<String, Currency> byIds(Caller caller, Collection<String> ids);
}
