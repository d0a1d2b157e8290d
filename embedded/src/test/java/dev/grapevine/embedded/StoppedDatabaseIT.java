package dev.grapevine.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.grapevine.embedded.EmbeddedNeo4jProperties.Connection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A stopped embedded database is an outage for connections in process, as over Bolt. */
class StoppedDatabaseIT {

    @Test
    void isReportedAsUnavailable(@TempDir Path folder) {
        var properties =
                new EmbeddedNeo4jProperties(
                        folder, 0, "64m", Connection.IN_PROCESS, Map.of(), false);
        var server = EmbeddedNeo4j.start(properties, Credentials.in(folder));
        try (var driver = GraphDatabase.driver(server.getUri());
                var session = driver.session();
                var transaction = session.beginTransaction()) {
            transaction.run("RETURN 1").consume();
            assertTimeout(Duration.ofSeconds(5), server::destroy);
            assertThatThrownBy(() -> transaction.run("RETURN 1").consume())
                    .isInstanceOf(ServiceUnavailableException.class);
            assertThatThrownBy(driver::verifyConnectivity)
                    .isInstanceOf(ServiceUnavailableException.class);
            assertThatThrownBy(
                            () -> {
                                try (var another = driver.session()) {
                                    another.run("RETURN 1").consume();
                                }
                            })
                    .isInstanceOf(ServiceUnavailableException.class);
        }
    }
}
