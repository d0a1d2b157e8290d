package dev.grapevine.api.brand;

import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.brand.RegisterBrand;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Resolves {@code registerBrand} and {@code brand}. */
@Controller
class BrandController {

    private final Brands brands;

    BrandController(Brands brands) {
        this.brands = brands;
    }

    @Bean
    static NodeSource brandNodes(Brands brands) {
        return NodeSource.of("brd", brands::byIds);
    }

    @QueryMapping
    @Nullable Brand brand(@Argument String key, Caller caller) {
        return brands.byKey(caller, key).orElse(null);
    }

    @MutationMapping
    RegisterBrandPayload registerBrand(@Argument RegisterBrand input, Administrator administrator) {
        return RegisterBrandPayload.of(brands.register(administrator.call(), input));
    }
}
