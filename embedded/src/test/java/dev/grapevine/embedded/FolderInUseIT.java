package dev.grapevine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.embedded.EmbeddedNeo4jProperties.Connection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.GraphDatabase;

import java.nio.file.Path;
import java.util.Map;

/** Starts on a data folder or a port that is in use. */
class FolderInUseIT {

    @TempDir static Path folder;

    private static EmbeddedNeo4j running;

    @BeforeAll
    static void open() {
        running =
                EmbeddedNeo4j.start(settings(Connection.IN_PROCESS, false), Credentials.in(folder))
                        .await();
    }

    @AfterAll
    static void close() {
        running.destroy();
    }

    private static EmbeddedNeo4jProperties settings(Connection connection, boolean join) {
        return new EmbeddedNeo4jProperties(folder, 0, "64m", connection, Map.of(), join);
    }

    @ParameterizedTest
    @EnumSource(Connection.class)
    void joinsTheRunningDatabaseOverBolt(Connection connection) {
        var joined = new EmbeddedNeo4jConfiguration().embeddedNeo4j(settings(connection, true));
        assertThat(joined.getUri()).hasScheme("bolt").hasPort(running.getUri().getPort());
        try (var driver = GraphDatabase.driver(joined.getUri(), joined.getAuthToken())) {
            driver.verifyConnectivity();
        }
    }

    @Test
    void isRefusedOverBoltUnlessItJoins() {
        assertThatThrownBy(
                        () ->
                                new EmbeddedNeo4jConfiguration()
                                        .embeddedNeo4j(settings(Connection.BOLT, false)))
                .isInstanceOf(EmbeddedNeo4jException.FolderInUse.class);
    }

    @Test
    void isRefusedIfTheBoltPortIsTaken(@TempDir Path another) {
        var port = running.getUri().getPort();
        var settings =
                new EmbeddedNeo4jProperties(another, port, "64m", Connection.BOLT, Map.of(), false);
        assertThatThrownBy(() -> new EmbeddedNeo4jConfiguration().embeddedNeo4j(settings))
                .isInstanceOf(EmbeddedNeo4jException.PortInUse.class);
    }
}
