package dev.grapevine.api.engagement;

import dev.grapevine.api.kernel.BatchMappings;
import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.api.kernel.Loader;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.activity.kind.ActivityKind;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.engagement.DefinitionVersion;
import dev.grapevine.graph.engagement.EngagementDefinition;
import dev.grapevine.graph.engagement.EngagementDefinitions;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Resolves engagement definitions and their versions. */
@Controller
class EngagementDefinitionController {

    private final EngagementDefinitions definitions;
    private final ConnectionLoader<EngagementDefinition, Connection.Edge<EngagementDefinition>>
            ofBrands;
    private final Loader<DefinitionVersion, EngagementDefinition> versions;

    EngagementDefinitionController(EngagementDefinitions definitions, Loaders loaders) {
        this.definitions = definitions;
        this.ofBrands =
                loaders.connection(
                                "Brand.engagementDefinitions",
                                definitions::ofBrands,
                                EngagementDefinition::cursor)
                        .counted((ids, _) -> definitions.countsOfBrands(ids));
        this.versions = loaders.register("Brand.engagementDefinition", definitions::versions);
    }

    @Bean
    static NodeSource engagementDefinitionNodes(EngagementDefinitions definitions) {
        return NodeSource.of("edf", definitions::byIds);
    }

    @MutationMapping
    AdoptEngagementDefinitionPayload adoptEngagementDefinition(
            @Argument AdoptEngagementDefinitionInput input, Administrator administrator) {
        return AdoptEngagementDefinitionPayload.of(
                definitions.adopt(administrator.call(), input.brand(), input.command()));
    }

    @MutationMapping
    CreateEngagementDefinitionPayload createEngagementDefinition(
            @Argument CreateEngagementDefinitionInput input, Administrator administrator) {
        return CreateEngagementDefinitionPayload.of(
                definitions.create(administrator.call(), input.brand(), input.command()));
    }

    @MutationMapping
    UpdateEngagementDefinitionPayload updateEngagementDefinition(
            @Argument UpdateEngagementDefinitionInput input, Administrator administrator) {
        return UpdateEngagementDefinitionPayload.of(
                definitions.update(administrator.call(), input.brand(), input.command()));
    }

    @SchemaMapping(typeName = "Brand", field = "engagementDefinitions")
    CompletableFuture<Connection<Connection.Edge<EngagementDefinition>>> definitionsOfBrand(
            Brand brand, DataFetchingEnvironment environment) {
        return ofBrands.load(environment, brand.id());
    }

    @BatchMapping(typeName = "ActivityKind")
    Map<ActivityKind, List<EngagementDefinition>> countedBy(List<ActivityKind> kinds) {
        return BatchMappings.load(kinds, ActivityKind::id, definitions::countingKinds);
    }

    @SchemaMapping(typeName = "Brand", field = "engagementDefinition")
    CompletableFuture<EngagementDefinition> definitionOfBrand(
            Brand brand,
            @Argument String key,
            @Argument @Nullable Integer version,
            DataFetchingEnvironment environment) {
        return versions.load(environment, brand.id(), new DefinitionVersion(key, version));
    }
}
