package dev.grapevine.embedded.inprocess;

import org.jspecify.annotations.Nullable;
import org.neo4j.bolt.connection.AuthToken;
import org.neo4j.bolt.connection.BoltAgent;
import org.neo4j.bolt.connection.BoltConnection;
import org.neo4j.bolt.connection.BoltConnectionProvider;
import org.neo4j.bolt.connection.BoltProtocolVersion;
import org.neo4j.bolt.connection.NotificationConfig;
import org.neo4j.bolt.connection.SecurityPlan;
import org.neo4j.bolt.connection.exception.BoltServiceUnavailableException;
import org.neo4j.bolt.connection.observation.ImmutableObservation;
import org.neo4j.bolt.connection.values.ValueFactory;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Provider of connections for one driver. The statements of all its connections run on platform
 * threads of its own: an interrupted caller must not interrupt the database, whose files an
 * interrupt would close, and a long statement must not hold a carrier of virtual threads. The
 * driver's connection pool bounds the number of connections and so of threads.
 */
final class InProcessConnectionProvider implements BoltConnectionProvider {

    private final Map<String, InProcessDatabase> databases;
    private final ValueConverter values;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("grapevine.database-", 1).factory());

    InProcessConnectionProvider(Map<String, InProcessDatabase> databases, ValueFactory values) {
        this.databases = databases;
        this.values = new ValueConverter(values);
    }

    /** Connects without an authentication: who runs in the process may do everything anyway. */
    @Override
    public CompletionStage<BoltConnection> connect(
            URI uri,
            @Nullable String routingContextAddress,
            BoltAgent agent,
            String userAgent,
            int connectTimeoutMillis,
            long initialisationTimeoutMillis,
            SecurityPlan securityPlan,
            AuthToken authToken,
            @Nullable BoltProtocolVersion minVersion,
            NotificationConfig notifications,
            ImmutableObservation parent) {
        var database = databases.get(uri.getAuthority());
        if (database == null) {
            return CompletableFuture.failedStage(unavailable(uri, null));
        }
        return database.server()
                .handle(
                        (server, failure) -> {
                            if (failure != null) {
                                throw unavailable(uri, failure);
                            }
                            return new InProcessConnection(
                                    database, server, uri, authToken, values, threads);
                        });
    }

    private static BoltServiceUnavailableException unavailable(
            URI uri, @Nullable Throwable failure) {
        return new BoltServiceUnavailableException(
                "No embedded database is open at " + uri + ".", failure);
    }

    /** Does nothing: idle threads end by themselves, and the last transactions need theirs. */
    @Override
    public CompletionStage<Void> close() {
        return CompletableFuture.completedStage(null);
    }
}
