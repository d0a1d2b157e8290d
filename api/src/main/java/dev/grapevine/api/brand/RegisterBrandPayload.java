package dev.grapevine.api.brand;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code registerBrand}. */
record RegisterBrandPayload(@Nullable Brand brand, List<Rejection> userErrors, boolean isReplay) {

    static RegisterBrandPayload of(Result<Brand> result) {
        var payloadData = PayloadData.to(result);
        return new RegisterBrandPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
