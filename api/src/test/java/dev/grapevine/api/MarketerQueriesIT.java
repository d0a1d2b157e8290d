package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.ApiTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Cypher queries of the marketer samples: each returns rows of the demo data, in read mode. */
@ApiTest
class MarketerQueriesIT {

    private static final SessionConfig READ =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    @Autowired Driver driver;

    static List<Path> queries() throws IOException {
        try (var files = Files.list(Path.of("../client-samples/marketer"))) {
            return files.filter(file -> file.toString().endsWith(".cypher")).sorted().toList();
        }
    }

    @Test
    void areTen() throws IOException {
        assertThat(queries()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void returnsRowsOfTheDemoData(Path query) throws IOException {
        var text = Files.readString(query);
        assertThat(text).startsWith("// ");
        try (var session = driver.session(READ)) {
            assertThat(session.run(text).list()).isNotEmpty();
        }
    }
}
