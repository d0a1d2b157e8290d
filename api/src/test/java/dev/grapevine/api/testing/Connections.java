package dev.grapevine.api.testing;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The connection fields of the schema, each with a parent node of the demo data.
 *
 * @param fields coordinates of the fields, for example {@code Customer.badges}
 * @param counted coordinates of the fields with a {@code totalCount}
 * @param parents ids of parent nodes by type; a type that is no node has the id of its own parent
 */
public record Connections(List<String> fields, List<String> counted, Map<String, String> parents) {

    private static final String PARENTS =
            """
            { brand(key: "larkspur") { id }
              customer(ref: {external: {brand: "larkspur", externalId: "grace"}}) {
                id wallet { id } contributions(first: 1) { edges { node { id } } }
              } }
            """;

    private static final String SIMULATION =
            """
            mutation { startRuleSimulation(input: {
              brand: "larkspur", from: "2020-01-01T00:00:00Z", until: "2030-01-01T00:00:00Z"
            }) { simulation { id } } }
            """;

    /** Returns all connection fields of the schema. */
    public static Connections of(GraphQLSchema schema, Api api) {
        var fields = fields(schema, _ -> true);
        var counted = fields(schema, type -> type.getField("totalCount") != null);
        var found = api.data("administrator", PARENTS);
        var wallet = found.at("/customer/wallet/id").asString();
        var simulation =
                api.data("administrator", SIMULATION).at("/startRuleSimulation/simulation/id");
        return new Connections(
                fields,
                counted,
                Map.of(
                        "Brand", found.at("/brand/id").asString(),
                        "Customer", found.at("/customer/id").asString(),
                        "Contribution",
                                found.at("/customer/contributions/edges/0/node/id").asString(),
                        "Wallet", wallet,
                        "Statement", wallet,
                        "RuleSimulation", simulation.asString()));
    }

    private static List<String> fields(GraphQLSchema schema, Predicate<GraphQLObjectType> filter) {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .flatMap(
                        parent ->
                                parent.getFieldDefinitions().stream()
                                        .filter(field -> isConnection(field, filter))
                                        .map(field -> parent.getName() + "." + field.getName()))
                .toList();
    }

    private static boolean isConnection(
            GraphQLFieldDefinition field, Predicate<GraphQLObjectType> filter) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type
                && type.getName().endsWith("Connection")
                && filter.test(type);
    }

    /** Returns a query of a field under the alias {@code page}. */
    public String document(String field, String arguments, String selection) {
        var type = field.substring(0, field.indexOf('.'));
        var name = field.substring(field.indexOf('.') + 1);
        var id = Objects.requireNonNull(parents.get(type), () -> "No parent for " + field);
        var page = "page: " + name + "(" + arguments + ") { " + selection + " }";
        var selected = type.equals("Statement") ? "statement { " + page + " }" : page;
        var parent = type.equals("Statement") ? "Wallet" : type;
        return "{ node(id: \"" + id + "\") { ... on " + parent + " { " + selected + " } } }";
    }
}
