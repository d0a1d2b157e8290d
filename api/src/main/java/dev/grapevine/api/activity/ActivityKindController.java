package dev.grapevine.api.activity;

import dev.grapevine.api.kernel.BrandArgument;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.activity.kind.CreateActivityKind;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.command.Caller;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Resolves activity kinds: {@code createActivityKind}, {@code activityKind} and {@code
 * Brand.activityKinds}.
 */
@Controller
class ActivityKindController {

    private final ActivityKinds kinds;
    private final Brands brands;
    private final ConnectionLoader<ActivityKind, Connection.Edge<ActivityKind>> ofBrands;

    ActivityKindController(ActivityKinds kinds, Brands brands, Loaders loaders) {
        this.kinds = kinds;
        this.brands = brands;
        this.ofBrands =
                loaders.connection("Brand.activityKinds", kinds::ofBrands, ActivityKind::cursor)
                        .counted((ids, _) -> kinds.countsOfBrands(ids));
    }

    @Bean
    static NodeSource activityKindNodes(ActivityKinds kinds) {
        return NodeSource.of("akd", kinds::byIds);
    }

    @QueryMapping
    @Nullable ActivityKind activityKind(
            @Argument String brand, @Argument String key, Caller caller) {
        return brands.byKey(caller, brand)
                .flatMap(found -> kinds.byKey(found.id(), key))
                .orElse(null);
    }

    @MutationMapping
    CreateActivityKindPayload createActivityKind(
            @Argument CreateActivityKind input,
            BrandArgument argument,
            Administrator administrator) {
        return CreateActivityKindPayload.of(
                kinds.create(administrator.call(), argument.brand(), input));
    }

    @SchemaMapping(typeName = "Brand", field = "activityKinds")
    CompletableFuture<Connection<Connection.Edge<ActivityKind>>> kindsOfBrand(
            Brand brand, DataFetchingEnvironment environment) {
        return ofBrands.load(environment, brand.id());
    }

    @SchemaMapping(typeName = "ActivityKind", field = "fields")
    List<KindField> fields(ActivityKind kind) {
        return kind.kindFields();
    }
}
