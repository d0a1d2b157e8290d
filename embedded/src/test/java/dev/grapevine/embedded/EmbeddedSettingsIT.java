package dev.grapevine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.embedded.EmbeddedNeo4jProperties.Connection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.GraphDatabase;

import java.nio.file.Path;
import java.util.Map;

/** Settings of Neo4j that the operator passes. */
class EmbeddedSettingsIT {

    private static final String TIMEOUT = "db.transaction.timeout";

    @TempDir Path folder;

    private EmbeddedNeo4j start(Map<String, String> settings) {
        var properties =
                new EmbeddedNeo4jProperties(folder, 0, "64m", Connection.BOLT, settings, false);
        return EmbeddedNeo4j.start(properties, Credentials.in(folder)).await();
    }

    @Test
    void settingsOfTheOperatorReplaceThoseOfGrapevine() {
        var neo4j = start(Map.of(TIMEOUT, "47s"));
        try (var driver = GraphDatabase.driver(neo4j.getUri(), neo4j.getAuthToken())) {
            var values =
                    driver.executableQuery(
                                    "SHOW SETTINGS YIELD name, value"
                                            + " WHERE name IN $names RETURN name, value")
                            .withParameters(
                                    Map.of(
                                            "names",
                                            new String[] {TIMEOUT, "db.lock.acquisition.timeout"}))
                            .execute()
                            .records();
            assertThat(values)
                    .extracting(row -> row.get("value").asString())
                    .containsExactlyInAnyOrder("47s", "1s");
        } finally {
            neo4j.destroy();
        }
    }

    @Test
    void unknownSettingIsRefusedByItsName() {
        assertThatThrownBy(() -> start(Map.of("db.transaction.timeouts", "7s")))
                .hasStackTraceContaining("db.transaction.timeouts");
    }
}
