package dev.grapevine.api.earning.config;

import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.ConfigVersions;
import dev.grapevine.graph.earning.config.EarningRules;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.concurrent.CompletableFuture;

/**
 * Resolves tier sets: {@code setTierSet}, {@code retireTierSet} and {@code Brand.tierSetVersions}.
 */
@Controller
class TierSetController {

    /** Input of {@code retireTierSet}. */
    record TierSetVersionInput(String tierSetVersionId) {}

    private final EarningRules rules;
    private final Versions<TierSetVersion> versions;
    private final VersionsLoader<TierSetVersion> ofBrands;

    TierSetController(EarningRules rules, ConfigVersions configVersions, Loaders loaders) {
        this.rules = rules;
        this.versions = versions(configVersions);
        this.ofBrands = versions.ofBrands(loaders, "Brand.tierSetVersions");
    }

    private static Versions<TierSetVersion> versions(ConfigVersions configVersions) {
        return new Versions<>(
                configVersions, ConfigVersion.Type.TIER_SET, "TierSet", TierSetVersion::of);
    }

    @Bean
    static NodeSource tierSetVersionNodes(ConfigVersions configVersions) {
        return NodeSource.of(ConfigVersion.Type.TIER_SET.prefix(), versions(configVersions)::byIds);
    }

    @MutationMapping
    TierSetPayload setTierSet(@Argument SetTierSetInput input, Administrator administrator) {
        return TierSetPayload.of(
                rules.set(administrator.call(), input.brand(), input.command())
                        .map(TierSetVersion::of));
    }

    @MutationMapping
    TierSetPayload retireTierSet(@Argument TierSetVersionInput input, Administrator administrator) {
        return TierSetPayload.of(
                versions.change(input.tierSetVersionId(), administrator.call(), rules::retire));
    }

    @SchemaMapping(typeName = "Brand", field = "tierSetVersions")
    CompletableFuture<Connection<Connection.Edge<TierSetVersion>>> tierSetsOfBrand(
            Brand brand,
            @Argument ConfigVersion.@Nullable State state,
            @Argument @Nullable String key,
            DataFetchingEnvironment environment) {
        return ofBrands.load(environment, brand, state, key);
    }
}
