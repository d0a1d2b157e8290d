package dev.grapevine.embedded;

import dev.grapevine.embedded.EmbeddedNeo4jProperties.Connection;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.GraphDatabase;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Embedded database that the test classes of a JVM share; stopped after the last. */
final class SharedServer implements BeforeAllCallback {

    /** Strong reference: java.util.logging loses the level of a garbage-collected logger. */
    private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver");

    private static EmbeddedNeo4j server;

    static EmbeddedNeo4j server() {
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(SharedServer.class, _ -> start());
    }

    private static AutoCloseable start() {
        DRIVER.setLevel(Level.SEVERE);
        var folder = Path.of("target/test-data", UUID.randomUUID().toString());
        var properties =
                new EmbeddedNeo4jProperties(
                        folder, 0, "64m", Connection.IN_PROCESS, Map.of(), false);
        server = EmbeddedNeo4j.start(properties, Credentials.in(folder));
        try (var driver = GraphDatabase.driver(server.getUri());
                var session = driver.session()) {
            session.run("CREATE CONSTRAINT FOR (t:Thing) REQUIRE t.unique IS UNIQUE").consume();
        }
        return server::destroy;
    }
}
