package dev.grapevine.api.community;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.brand.RegisterBrand;
import dev.grapevine.graph.community.ImportRefused;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

/** Registers the brand of an import if there is none yet. */
final class BrandToImport {

    private final Brands brands;

    BrandToImport(Brands brands) {
        this.brands = brands;
    }

    void ensure(String key, String name) {
        if (brands.byKey(Caller.GRAPEVINE, key).isPresent()) {
            return;
        }
        var call = new Call(Caller.GRAPEVINE, "import:brand:" + key);
        if (brands.register(call, new RegisterBrand(key, name))
                instanceof Outcome.Refused<?> refused) {
            throw new ImportRefused(
                    "The brand '"
                            + key
                            + "' cannot be registered: "
                            + refused.refusals().getFirst().message());
        }
    }
}
