package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.ApiTest;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Conventions of the schema for code generators: connections, nodes, nullable root fields. */
@ApiTest
class SchemaShapeTests {

    /** Connections without {@code totalCount}: growing lists whose length is not stored. */
    private static final List<String> UNBOUNDED =
            List.of(
                    "ActivityConnection",
                    "BadgeAwardConnection",
                    "ContributionConnection",
                    "HoldConnection",
                    "RedemptionConnection",
                    "ReferralConnection",
                    "ReferralTreeConnection");

    @Autowired GraphQlSource source;

    GraphQLSchema schema;

    @BeforeEach
    void readSchema() {
        schema = source.schema();
    }

    @Test
    void boundsEveryConnectionByFirst() {
        var connections =
                objects()
                        .flatMap(type -> type.getFieldDefinitions().stream())
                        .filter(
                                field ->
                                        GraphQLTypeUtil.unwrapAll(field.getType())
                                                .getName()
                                                .endsWith("Connection"))
                        .toList();
        assertThat(connections)
                .isNotEmpty()
                .allSatisfy(
                        field -> {
                            var first = field.getArgument("first");
                            assertThat(GraphQLTypeUtil.simplePrint(first.getType()))
                                    .isEqualTo("Int");
                            assertThat(first.getArgumentDefaultValue().getValue())
                                    .hasToString("IntValue{value=20}");
                            assertThat(
                                            GraphQLTypeUtil.simplePrint(
                                                    field.getArgument("after").getType()))
                                    .isEqualTo("String");
                        });
    }

    @Test
    void givesEveryConnectionEdgesNodesAndPageInfo() {
        assertThat(objects())
                .filteredOn(type -> type.getName().endsWith("Connection"))
                .isNotEmpty()
                .allSatisfy(
                        connection -> {
                            var edge =
                                    (GraphQLObjectType)
                                            GraphQLTypeUtil.unwrapAll(
                                                    connection.getField("edges").getType());
                            assertThat(type(connection, "edges"))
                                    .isEqualTo("[" + edge.getName() + "!]!");
                            assertThat(type(connection, "nodes"))
                                    .isEqualTo("[" + type(edge, "node") + "]!");
                            assertThat(type(connection, "pageInfo")).isEqualTo("PageInfo!");
                            assertThat(type(edge, "cursor")).isEqualTo("String!");
                        });
    }

    @Test
    void hasATotalCountOnEveryBoundedConnection() {
        assertThat(objects())
                .filteredOn(type -> type.getName().endsWith("Connection"))
                .filteredOn(type -> !UNBOUNDED.contains(type.getName()))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type(type, "totalCount")).isEqualTo("Int"));
    }

    @Test
    void makesEveryTypeWithAnIdANode() {
        assertThat(objects())
                .filteredOn(type -> type.getField("id") != null)
                .isNotEmpty()
                .allSatisfy(
                        type ->
                                assertThat(type.getInterfaces())
                                        .as(type.getName())
                                        .extracting(GraphQLNamedType::getName)
                                        .contains("Node"));
    }

    @Test
    void hasNullableRootFields() {
        assertThat(
                        Stream.of(
                                        schema.getQueryType(),
                                        Objects.requireNonNull(schema.getMutationType()))
                                .flatMap(type -> type.getFieldDefinitions().stream()))
                .isNotEmpty()
                .noneMatch(field -> GraphQLTypeUtil.isNonNull(field.getType()));
    }

    private static String type(GraphQLObjectType type, String field) {
        return GraphQLTypeUtil.simplePrint(type.getField(field).getType());
    }

    private Stream<GraphQLObjectType> objects() {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast);
    }
}
