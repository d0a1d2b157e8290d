package dev.grapevine.api.rulebook;

import dev.grapevine.api.kernel.Administrator;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.graph.brand.Brand;
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

/** Ladders of tiers. */
@Controller
class TiersController {

    private final EarningRules rules;
    private final Versions<TierSetVersion> versions;
    private final Loader<PageRequest, Page<Decision>> ofBrands;
    private final Loader<Map<String, ?>, Long> counts;

    TiersController(EarningRules rules, Decisions decisions, Loaders loaders) {
        this.rules = rules;
        this.versions = versions(decisions);
        this.ofBrands = loaders.register("Brand.tierSets", decisions::ofBrands);
        this.counts = loaders.register("Brand.tierLadders.totalCount", decisions::countsOfBrands);
    }

    private static Versions<TierSetVersion> versions(Decisions decisions) {
        return new Versions<>(decisions, Decision.Type.LADDER, "TierSet", "tierSetVersionId", TierSetVersion::of);
    }

    @Bean
    static NodeSource tierSetVersionNodes(Decisions decisions) {
        return NodeSource.of(Decision.Type.LADDER.prefix(), versions(decisions)::byIds);
    }

    @MutationMapping
    TiersPayload setTiers(@Argument SetTiersInput input, Administrator administrator) {
        var call = administrator.call(input.idempotencyKey());
        return TiersPayload.of(
                rules.define(call, input.brand(), input.command()).map(TierSetVersion::of));
    }

    @MutationMapping
    TiersPayload retireTiers(@Argument TierSetVersionInput input, Administrator administrator) {
        var call = administrator.call(input.idempotencyKey());
        return TiersPayload.of(versions.change(input.tierSetVersionId(), call, rules::retire));
    }

    @SchemaMapping(typeName = "Brand", field = "tierSets")
    CompletableFuture<Connection<Connection.Edge<TierSetVersion>>> laddersOfBrand(
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
