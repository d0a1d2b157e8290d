package dev.grapevine.embedded.inprocess;

import org.neo4j.dbms.api.DatabaseManagementService;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Embedded database with its open connections in this process. */
final class InProcessDatabase {

    private final CompletionStage<DatabaseManagementService> server;
    private final Set<InProcessConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean isOpen = true;

    InProcessDatabase(CompletionStage<DatabaseManagementService> server) {
        this.server = server;
    }

    /** Returns the server, which may still be starting. */
    CompletionStage<DatabaseManagementService> server() {
        return server;
    }

    boolean isOpen() {
        return isOpen;
    }

    void add(InProcessConnection connection) {
        connections.add(connection);
    }

    void remove(InProcessConnection connection) {
        connections.remove(connection);
    }

    /**
     * Closes all connections: the database does not stop before their transactions have ended, and
     * waits for a minute and longer.
     */
    void close() {
        isOpen = false;
        connections.stream()
                .map(connection -> connection.close().toCompletableFuture())
                .toList()
                .forEach(CompletableFuture::join);
    }
}
