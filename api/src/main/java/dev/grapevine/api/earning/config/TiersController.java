package dev.grapevine.api.earning.config;

import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.ConfigVersions;
import dev.grapevine.graph.earning.config.EarningRules;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Resolves tier sets: {@code setTierSet}, {@code retireTierSet} and {@code Brand.tierSets}. */
@Controller
class TiersController {

    private final EarningRules rules;
    private final Versions<TierSetVersion> versions;
    private final Loader<PageRequest, Page<ConfigVersion>> ofBrands;
    private final Loader<Map<String, ?>, Long> counts;

    TiersController(EarningRules rules, ConfigVersions configVersions, Loaders loaders) {
        this.rules = rules;
        this.versions = versions(configVersions);
        this.ofBrands = loaders.register("Brand.tierSets", configVersions::ofBrands);
        this.counts = loaders.register("Brand.tierSets.totalCount", configVersions::countsOfBrands);
    }

    private static Versions<TierSetVersion> versions(ConfigVersions configVersions) {
        return new Versions<>(
                configVersions,
                ConfigVersion.Type.TIER_SET,
                "TierSet",
                "tierSetVersionId",
                TierSetVersion::of);
    }

    @Bean
    static NodeSource tierSetVersionNodes(ConfigVersions configVersions) {
        return NodeSource.of(ConfigVersion.Type.TIER_SET.prefix(), versions(configVersions)::byIds);
    }

    @MutationMapping
    TiersPayload setTierSet(@Argument SetTierSetInput input, Administrator administrator) {
        return TiersPayload.of(
                rules.set(administrator.call(), input.brand(), input.command())
                        .map(TierSetVersion::of));
    }

    @MutationMapping
    TiersPayload retireTierSet(@Argument TierSetVersionInput input, Administrator administrator) {
        return TiersPayload.of(
                versions.change(input.tierSetVersionId(), administrator.call(), rules::retire));
    }

    @SchemaMapping(typeName = "Brand", field = "tierSets")
    CompletableFuture<Connection<Connection.Edge<TierSetVersion>>> tierSetsOfBrand(
            Brand brand,
            @Argument ConfigVersion.@Nullable State state,
            @Argument @Nullable String key,
            DataFetchingEnvironment environment) {
        var list = versions.list(environment, brand.id(), state, key);
        var page =
                ofBrands.load(environment, brand.id(), list.page())
                        .thenApply(found -> versions.connection(list, found));
        return list.counted(environment, brand.id(), counts, page);
    }
}
