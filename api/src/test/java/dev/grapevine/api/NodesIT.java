package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.kernel.NodeSource;
import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Look-up of every node type by id, within the brands that the caller may see. */
@ApiTest
class NodesIT {

    /** Node types without a node in the demo data; standard currencies are not stored. */
    private static final List<String> NOT_IN_DEMO_DATA =
            List.of(
                    "ActivityKind",
                    "Currency",
                    "EarningLimitVersion",
                    "Hold",
                    "RuleVersion",
                    "RuleSimulation",
                    "TierSetVersion");

    private static final String ONE_OF_EACH =
            """
            MATCH (node) WHERE node.id IS NOT NULL
            RETURN min(node.id) AS id, split(node.id, '_')[0] AS prefix
            UNION
            MATCH ()-[referred:REFERRED]->()
            RETURN min(referred.id) AS id, split(referred.id, '_')[0] AS prefix
            """;

    private static final String NODES =
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

    @Autowired Api api;
    @Autowired GraphQlSource source;
    @Autowired Driver driver;
    @Autowired List<NodeSource> sources;

    private List<String> typesOfNodes() {
        var schema = source.schema();
        var node = (GraphQLInterfaceType) Objects.requireNonNull(schema.getType("Node"));
        return schema.getImplementations(node).stream().map(GraphQLNamedType::getName).toList();
    }

    @Test
    void hasOneSourceForEachType() {
        assertThat(sources).hasSameSizeAs(typesOfNodes());
    }

    @Test
    void findsOneOfEachTypeByItsId() {
        var ids =
                driver.executableQuery(ONE_OF_EACH).execute().records().stream()
                        .map(row -> row.get("id").asString())
                        .toList();
        var types = new TreeSet<>(NOT_IN_DEMO_DATA);
        for (var node : api.data("administrator", NODES, Map.of("ids", ids)).path("nodes")) {
            if (!node.isNull()) {
                assertThat(ids).contains(node.path("id").asString());
                types.add(node.path("__typename").asString());
            }
        }
        assertThat(types).containsExactlyInAnyOrderElementsOf(typesOfNodes());
    }

    @Test
    void findsTheStandardCurrencyAndAStatusForTheirBrandOnly() {
        var document =
                """
                { brand(key: "larkspur") { currencies { id } }
                  customer(ref: {external: {brand: "larkspur", externalId: "grace"}}) {
                    contributions(first: 100) { nodes { statusChanges { id } } }
                  } }
                """;
        var data = api.data("larkspur", document);
        var ids =
                List.of(
                        data.at("/brand/currencies/0/id").asString(),
                        data.findValues("statusChanges").stream()
                                .flatMap(JsonNode::valueStream)
                                .map(status -> status.path("id").asString())
                                .findFirst()
                                .orElseThrow());
        var own = api.data("larkspur", NODES, Map.of("ids", ids)).path("nodes");
        assertThat(own.valueStream().map(node -> node.path("__typename").asString()))
                .containsExactly("Currency", "StatusChange");
        assertThat(own.valueStream().map(node -> node.path("id").asString()))
                .containsExactlyElementsOf(ids);
        var foreign = api.data("orbit", NODES, Map.of("ids", ids)).path("nodes");
        assertThat(foreign.valueStream()).hasSize(2).allMatch(JsonNode::isNull);
    }
}
