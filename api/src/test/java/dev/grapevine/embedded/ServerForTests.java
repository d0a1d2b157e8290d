package dev.grapevine.embedded;

import org.neo4j.driver.internal.security.InternalAuthToken;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

import java.nio.file.Path;
import java.util.Map;

/** An embedded database without an API, which a test can stop and restart. */
public final class ServerForTests implements AutoCloseable {

    private final Path folder;
    private final int port;
    private EmbeddedNeo4j server;

    public ServerForTests(Path folder) {
        this.folder = folder;
        this.server = EmbeddedNeo4j.start(properties(folder, 0), Credentials.in(folder)).await();
        this.port = server.getUri().getPort();
    }

    private static EmbeddedNeo4jProperties properties(Path folder, int port) {
        return new EmbeddedNeo4jProperties(
                folder, port, "128m", EmbeddedNeo4jProperties.Connection.BOLT, Map.of(), false);
    }

    public int port() {
        return port;
    }

    public String password() {
        return Credentials.in(folder).password();
    }

    /** Returns the password of a running embedded database. */
    public static String passwordOf(Neo4jConnectionDetails database) {
        var token = (InternalAuthToken) database.getAuthToken();
        return token.toMap().get("credentials").asString();
    }

    public void stop() {
        server.destroy();
    }

    public void start() {
        server = EmbeddedNeo4j.start(properties(folder, port), Credentials.in(folder)).await();
    }

    @Override
    public void close() {
        server.destroy();
    }
}
