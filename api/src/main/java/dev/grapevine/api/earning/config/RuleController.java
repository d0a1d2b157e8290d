package dev.grapevine.api.earning.config;

import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.ConfigVersions;
import dev.grapevine.graph.earning.config.EarningRules;
import dev.grapevine.graph.kernel.command.Validation;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.concurrent.CompletableFuture;

/**
 * Resolves rules: {@code draftRule}, {@code publishRule}, {@code retireRule} and {@code
 * Brand.ruleVersions}.
 */
@Controller
class RuleController {

    /** Input of {@code publishRule} and {@code retireRule}. */
    record RuleVersionInput(String ruleVersionId) {}

    private final EarningRules rules;
    private final Versions<RuleVersion> versions;
    private final VersionsLoader<RuleVersion> ofBrands;

    RuleController(EarningRules rules, ConfigVersions configVersions, Loaders loaders) {
        this.rules = rules;
        this.versions = versions(configVersions);
        this.ofBrands = versions.ofBrands(loaders, "Brand.ruleVersions");
    }

    private static Versions<RuleVersion> versions(ConfigVersions configVersions) {
        return new Versions<>(configVersions, ConfigVersion.Type.RULE, "Rule", RuleVersion::of);
    }

    @Bean
    static NodeSource ruleVersionNodes(ConfigVersions configVersions) {
        return NodeSource.of(ConfigVersion.Type.RULE.prefix(), versions(configVersions)::byIds);
    }

    @MutationMapping
    RulePayload draftRule(@Argument DraftRuleInput input, Administrator administrator) {
        var validation = new Validation();
        var command = input.command(validation);
        return RulePayload.of(
                rules.draft(administrator.call(), input.brand(), command, validation)
                        .map(RuleVersion::of));
    }

    @MutationMapping
    RulePayload publishRule(@Argument RuleVersionInput input, Administrator administrator) {
        return RulePayload.of(
                versions.change(input.ruleVersionId(), administrator.call(), rules::publish));
    }

    @MutationMapping
    RulePayload retireRule(@Argument RuleVersionInput input, Administrator administrator) {
        return RulePayload.of(
                versions.change(input.ruleVersionId(), administrator.call(), rules::retire));
    }

    @SchemaMapping(typeName = "Brand", field = "ruleVersions")
    CompletableFuture<Connection<Connection.Edge<RuleVersion>>> rulesOfBrand(
            Brand brand,
            @Argument ConfigVersion.@Nullable State state,
            @Argument @Nullable String key,
            DataFetchingEnvironment environment) {
        return ofBrands.load(environment, brand, state, key);
    }
}
