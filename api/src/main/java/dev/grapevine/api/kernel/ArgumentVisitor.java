package dev.grapevine.api.kernel;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Visitor of the schema that changes the arguments of fields before their fetchers see them. */
abstract class ArgumentVisitor extends GraphQLTypeVisitorStub {

    /** Returns true if calls of the field may have arguments to change. */
    abstract boolean concerns(GraphQLFieldDefinition field);

    /** Returns the changed arguments of a call, by name; empty if nothing changes. */
    abstract Optional<Map<String, Object>> changed(
            GraphQLFieldDefinition field, Map<String, Object> arguments);

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (concerns(field)) {
            GraphQLCodeRegistry.Builder registry =
                    Objects.requireNonNull(
                            context.getVarFromParents(GraphQLCodeRegistry.Builder.class));
            var parent = (GraphQLFieldsContainer) context.getParentNode();
            var coordinates = FieldCoordinates.coordinates(parent, field);
            DataFetcher<?> fetcher = registry.getDataFetcher(coordinates, field);
            registry.dataFetcher(
                    coordinates,
                    (DataFetcher<?>) environment -> fetcher.get(changed(field, environment)));
        }
        return TraversalControl.CONTINUE;
    }

    private DataFetchingEnvironment changed(
            GraphQLFieldDefinition field, DataFetchingEnvironment environment) {
        return changed(field, environment.getArguments())
                .map(
                        arguments ->
                                DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                                        .arguments(arguments)
                                        .build())
                .orElse(environment);
    }
}
