package dev.grapevine.api.dataimport;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.brand.RegisterBrand;
import dev.grapevine.graph.dataimport.ImportFailed;
import dev.grapevine.graph.kernel.Texts;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;

/** Registers the brand of an import if the brand does not exist. */
final class BrandToImport {

    private final Brands brands;

    BrandToImport(Brands brands) {
        this.brands = brands;
    }

    void ensure(String key, String name) {
        if (brands.byKey(Caller.SYSTEM, key).isPresent()) {
            return;
        }
        var call = new Call(Caller.SYSTEM, "import:brand:" + key);
        if (brands.register(call, new RegisterBrand(key, Texts.normalized(name)))
                instanceof Result.Rejected<?> rejected) {
            throw new ImportFailed(
                    "The brand '"
                            + key
                            + "' cannot be registered: "
                            + rejected.rejections().getFirst().message());
        }
    }
}
