package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.brand.RegisterBrand;
import dev.grapevine.graph.kernel.Texts;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;

import org.springframework.stereotype.Component;

/** Brand of an import, which registers it if it does not exist. */
@Component
class BrandToImport {

    private final Brands brands;

    BrandToImport(Brands brands) {
        this.brands = brands;
    }

    /**
     * Returns the brand of an import, newly registered if it did not exist.
     *
     * @throws ImportFailed if the brand cannot be registered
     */
    Brand of(ImportRequest request) {
        var key = request.brand();
        return brands.byKey(Caller.SYSTEM, key)
                .orElseGet(() -> registered(key, Texts.normalized(request.brandName())));
    }

    private Brand registered(String key, String name) {
        var call = new Call(Caller.SYSTEM, "import:brand:" + key);
        return switch (brands.register(call, new RegisterBrand(key, name))) {
            case Result.Success<Brand>(var brand, _) -> brand;
            case Result.Rejected<Brand>(var rejections, _) ->
                    throw new ImportFailed(
                            "The brand '"
                                    + key
                                    + "' cannot be registered: "
                                    + rejections.getFirst().message());
        };
    }
}
