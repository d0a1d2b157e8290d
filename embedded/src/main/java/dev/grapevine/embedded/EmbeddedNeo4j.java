package dev.grapevine.embedded;

import dev.grapevine.embedded.inprocess.InProcessConnectionFactory;

import org.neo4j.configuration.helpers.PortBindException;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilderImplementation;
import org.neo4j.driver.AuthToken;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.locker.FileLockException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Embedded Neo4j Community database in this process. Committed data survive {@code kill -9}: the
 * next start recovers them from the transaction log.
 */
final class EmbeddedNeo4j implements Neo4jConnectionDetails, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedNeo4j.class);

    private final CompletableFuture<DatabaseManagementService> server;
    private final Credentials credentials;
    private final URI address;

    /** Creates the details of a starting database; the address is that of the driver. */
    private EmbeddedNeo4j(
            CompletableFuture<DatabaseManagementService> server,
            Credentials credentials,
            URI address) {
        this.server = server;
        this.credentials = credentials;
        this.address = address;
    }

    /**
     * Starts the database in the background. Connections in process wait until it is ready, and
     * fail if it could not be started.
     */
    static EmbeddedNeo4j start(EmbeddedNeo4jProperties properties, Credentials credentials) {
        var port = properties.boltPort() == 0 ? freePort() : properties.boltPort();
        var bolt = URI.create("bolt://127.0.0.1:" + port);
        var server =
                CompletableFuture.supplyAsync(
                        () -> open(properties, credentials, bolt),
                        start -> Thread.ofPlatform().name("grapevine.database-start").start(start));
        return switch (properties.connection()) {
            case BOLT -> new EmbeddedNeo4j(server, credentials, bolt);
            case IN_PROCESS ->
                    new EmbeddedNeo4j(
                            server, credentials, InProcessConnectionFactory.register(bolt, server));
        };
    }

    /**
     * Waits until the database is ready.
     *
     * @throws EmbeddedNeo4jException if the folder or the port is in use
     */
    EmbeddedNeo4j await() {
        try {
            server.join();
            return this;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static DatabaseManagementService open(
            EmbeddedNeo4jProperties properties, Credentials credentials, URI bolt) {
        var started = System.nanoTime();
        var server = open(properties, bolt.getPort());
        try {
            setPassword(server, credentials);
            RunningNeo4j.writeAddress(properties.folder(), bolt);
            log.info(
                    "Embedded Neo4j is ready at {} after {} ms, on {}",
                    bolt,
                    Duration.ofNanos(System.nanoTime() - started).toMillis(),
                    properties.folder().toAbsolutePath().normalize());
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static DatabaseManagementService open(EmbeddedNeo4jProperties properties, int port) {
        try {
            return new DatabaseManagementServiceBuilderImplementation(
                            properties.folder().resolve("neo4j"))
                    .setConfigRaw(settings(properties, port))
                    .build();
        } catch (RuntimeException e) {
            if (isCausedBy(e, FileLockException.class)) {
                throw new EmbeddedNeo4jException.FolderInUse(properties.folder(), e);
            }
            if (isCausedBy(e, PortBindException.class) || isCausedBy(e, BindException.class)) {
                throw new EmbeddedNeo4jException.PortInUse(port, e);
            }
            throw e;
        }
    }

    /** Returns the settings of the database; those of the operator come last. */
    private static Map<String, String> settings(EmbeddedNeo4jProperties properties, int port) {
        var settings = new TreeMap<>(defaults(properties, port));
        settings.putAll(properties.settings());
        return settings;
    }

    private static Map<String, String> defaults(EmbeddedNeo4jProperties properties, int port) {
        return Map.ofEntries(
                Map.entry("server.bolt.enabled", "true"),
                Map.entry("server.bolt.listen_address", "127.0.0.1:" + port),
                Map.entry("dbms.security.auth_enabled", "true"),
                // Prevents Cypher from reading local files and from calling other hosts.
                Map.entry("dbms.security.allow_csv_import_from_file_urls", "false"),
                Map.entry("internal.dbms.cypher_ip_blocklist", "0.0.0.0/0,::/0"),
                // Locks and transactions have no time-out by default. A lock times out before an
                // API call does.
                Map.entry("db.lock.acquisition.timeout", "1s"),
                Map.entry("db.transaction.timeout", "60s"),
                Map.entry("db.tx_log.rotation.retention_policy", "2 days 1G"),
                Map.entry("server.memory.pagecache.size", properties.pageCache()),
                // By default each stop waits ten seconds for further Bolt messages.
                Map.entry("internal.dbms.bolt.netty_server_shutdown_quiet_period_duration", "0s"),
                Map.entry("dbms.usage_report.enabled", "false"));
    }

    /**
     * Sets the password of the file in the system database; without effect after the first start.
     */
    private static void setPassword(DatabaseManagementService server, Credentials credentials) {
        var system = server.database("system");
        if (credentials.isNew() || hasInitialPassword(system)) {
            system.executeTransactionally(
                    "ALTER USER $user SET PASSWORD $password CHANGE NOT REQUIRED",
                    Map.of("user", Credentials.USER, "password", credentials.password()));
        }
    }

    private static boolean hasInitialPassword(GraphDatabaseService system) {
        return system.executeTransactionally(
                "SHOW USERS YIELD user, passwordChangeRequired WHERE user = $user AND"
                        + " passwordChangeRequired",
                Map.of("user", Credentials.USER),
                users -> users.hasNext());
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(type::isInstance);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI getUri() {
        return address;
    }

    @Override
    public AuthToken getAuthToken() {
        return credentials.token();
    }

    /** Waits for the end of the start; returns false if it failed and there is nothing to stop. */
    private boolean hasStarted() {
        return server.handle((_, failure) -> failure == null).join();
    }

    @Override
    public void destroy() {
        InProcessConnectionFactory.deregister(address);
        if (hasStarted()) {
            server.join().shutdown();
        }
    }
}
