package dev.grapevine.graph.kernel.database;

import org.springframework.stereotype.Component;

import java.util.Map;

/** Health check of the database. */
@Component
public class DatabaseHealth {

    private static final CypherStatement PING = CypherStatement.of(DatabaseHealth.class, "ping");

    private final GraphClient graph;

    DatabaseHealth(GraphClient graph) {
        this.graph = graph;
    }

    /** Executes an empty query; throws {@link GraphException} if the database does not answer. */
    public void check() {
        graph.read(PING, Map.of(), row -> row);
    }
}
