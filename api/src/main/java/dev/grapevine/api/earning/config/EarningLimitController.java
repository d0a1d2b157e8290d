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
 * Resolves earning limits: {@code setEarningLimit}, {@code retireEarningLimit} and {@code
 * Brand.earningLimitVersions}.
 */
@Controller
class EarningLimitController {

    /** Input of {@code retireEarningLimit}. */
    record EarningLimitVersionInput(String earningLimitVersionId) {}

    private final EarningRules rules;
    private final Versions<EarningLimitVersion> versions;
    private final VersionsLoader<EarningLimitVersion> ofBrands;

    EarningLimitController(EarningRules rules, ConfigVersions configVersions, Loaders loaders) {
        this.rules = rules;
        this.versions = versions(configVersions);
        this.ofBrands = versions.ofBrands(loaders, "Brand.earningLimitVersions");
    }

    private static Versions<EarningLimitVersion> versions(ConfigVersions configVersions) {
        return new Versions<>(
                configVersions, ConfigVersion.Type.LIMIT, "EarningLimit", EarningLimitVersion::of);
    }

    @Bean
    static NodeSource earningLimitVersionNodes(ConfigVersions configVersions) {
        return NodeSource.of(ConfigVersion.Type.LIMIT.prefix(), versions(configVersions)::byIds);
    }

    @MutationMapping
    EarningLimitPayload setEarningLimit(
            @Argument SetEarningLimitInput input, Administrator administrator) {
        return EarningLimitPayload.of(
                rules.set(administrator.call(), input.brand(), input.command())
                        .map(EarningLimitVersion::of));
    }

    @MutationMapping
    EarningLimitPayload retireEarningLimit(
            @Argument EarningLimitVersionInput input, Administrator administrator) {
        return EarningLimitPayload.of(
                versions.change(
                        input.earningLimitVersionId(), administrator.call(), rules::retire));
    }

    @SchemaMapping(typeName = "Brand", field = "earningLimitVersions")
    CompletableFuture<Connection<Connection.Edge<EarningLimitVersion>>> limitsOfBrand(
            Brand brand,
            @Argument ConfigVersion.@Nullable State state,
            @Argument @Nullable String key,
            DataFetchingEnvironment environment) {
        return ofBrands.load(environment, brand, state, key);
    }
}
