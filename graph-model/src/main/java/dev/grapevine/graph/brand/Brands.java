package dev.grapevine.graph.brand;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** All brands. */
public interface Brands {

    /**
     * Registers a brand, once per idempotency key. Refusals: {@code INVALID_INPUT}, {@code
     * BRAND_KEY_TAKEN}.
     */
    Outcome<Brand> register(Call call, RegisterBrand command);

    /** The brand with this key, if the caller may see it. Mostly answered from memory. */
    Optional<Brand> byKey(Caller caller, String key);

    /** The brands with these ids that the caller may see, by id. Mostly answered from memory. */
    Map<String, Brand> byIds(Caller caller, Collection<String> ids);
}
