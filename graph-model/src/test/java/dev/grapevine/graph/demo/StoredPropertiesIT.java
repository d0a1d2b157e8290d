package dev.grapevine.graph.demo;

import static java.util.stream.Collectors.joining;

import dev.grapevine.graph.testing.Golden;
import dev.grapevine.graph.testing.GraphTest;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Property names in the graph: records are stored as maps of their components. */
@GraphTest
class StoredPropertiesIT {

    private static final String PROPERTIES =
            """
            MATCH (brand:Brand)
            WHERE brand.key IN $keys
            WITH collect(brand.id) AS brands
            MATCH (n)
            WHERE n.brandId IN brands
            CALL (n) {
              UNWIND labels(n) AS name
              UNWIND keys(n) AS property
              RETURN name, property
              UNION
              MATCH (n)-[r]->()
              UNWIND CASE WHEN size(keys(r)) = 0 THEN ['-'] ELSE keys(r) END AS property
              RETURN type(r) AS name, property
            }
            RETURN DISTINCT name, property
            """;

    @Autowired DemoData demoData;

    @Autowired Driver driver;

    @Test
    void nodesAndRelationshipsHaveTheSamePropertiesAsBefore() throws IOException {
        demoData.create(_ -> {});
        var properties = new TreeMap<String, TreeSet<String>>();
        try (var session = driver.session()) {
            session.run(PROPERTIES, Map.of("keys", DemoData.BRANDS))
                    .forEachRemaining(
                            row ->
                                    properties
                                            .computeIfAbsent(
                                                    row.get("name").asString(),
                                                    _ -> new TreeSet<>())
                                            .add(row.get("property").asString()));
        }
        Golden.assertSame(
                "stored-forms/properties.txt",
                properties.entrySet().stream()
                        .map(
                                it ->
                                        it.getKey()
                                                + ": "
                                                + it.getValue().stream().collect(joining(" ")))
                        .toList());
    }
}
