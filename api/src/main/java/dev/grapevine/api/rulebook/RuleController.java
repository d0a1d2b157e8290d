package dev.grapevine.api.rulebook;

import dev.grapevine.api.kernel.Administrator;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.rulebook.Decision;
import dev.grapevine.graph.rulebook.Decisions;
import dev.grapevine.graph.rulebook.EarningRules;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Rules. */
@Controller
class RuleController {

    private final EarningRules rules;
    private final Versions<RuleVersion> versions;
    private final Loader<PageRequest, Page<Decision>> ofBrands;
    private final Loader<Map<String, ?>, Long> counts;

    RuleController(EarningRules rules, Decisions decisions, Loaders loaders) {
        this.rules = rules;
        this.versions = versions(decisions);
        this.ofBrands = loaders.register("Brand.rules", decisions::ofBrands);
        this.counts = loaders.register("Brand.rules.totalCount", decisions::countsOfBrands);
    }

    private static Versions<RuleVersion> versions(Decisions decisions) {
        return new Versions<>(decisions, Decision.Type.RULE, "Rule", "ruleVersionId", RuleVersion::of);
    }

    @Bean
    static NodeSource ruleVersionNodes(Decisions decisions) {
        return NodeSource.of(Decision.Type.RULE.prefix(), versions(decisions)::byIds);
    }

    @MutationMapping
    RulePayload draftRule(@Argument DraftRuleInput input, Administrator administrator) {
        var inputs = new Inputs();
        var command = input.command(inputs);
        Outcome<Decision> draft =
                inputs.areRight()
                        ? rules.draft(
                                administrator.call(input.idempotencyKey()), input.brand(), command)
                        : inputs.refused();
        return RulePayload.of(draft.map(RuleVersion::of));
    }

    @MutationMapping
    RulePayload publishRule(@Argument RuleVersionInput input, Administrator administrator) {
        var call = administrator.call(input.idempotencyKey());
        return RulePayload.of(versions.change(input.ruleVersionId(), call, rules::publish));
    }

    @MutationMapping
    RulePayload retireRule(@Argument RuleVersionInput input, Administrator administrator) {
        var call = administrator.call(input.idempotencyKey());
        return RulePayload.of(versions.change(input.ruleVersionId(), call, rules::retire));
    }

    @SchemaMapping(typeName = "Brand", field = "rules")
    CompletableFuture<Connection<Connection.Edge<RuleVersion>>> rulesOfBrand(
            Brand brand,
            @Argument Decision.@Nullable State state,
            @Argument @Nullable String key,
            DataFetchingEnvironment environment) {
        var list = versions.list(environment, brand.id(), state, key);
        var page =
                ofBrands.load(environment, brand.id(), list.page())
                        .thenApply(found -> versions.connection(list, found));
        return list.counted(environment, brand.id(), counts, page);
    }
}
