package dev.grapevine.graph.kernel.database;

import org.springframework.stereotype.Component;

import java.util.Map;

/** Whether the database answers. */
@Component
public class DatabaseHealth {

    private static final CypherStatement PING = CypherStatement.of(DatabaseHealth.class, "ping");

    private final GraphClient graphClient;

    DatabaseHealth(GraphClient graphClient) {
        this.graphClient = graphClient;
    }

    /** Asks the database for nothing; throws {@link GraphException} if it does not answer. */
    public void check() {
        graphClient.read(PING, Map.of(), row -> row);
    }
}
