package dev.grapevine.graph.kernel.database;

/** Error of a database that does not answer: down, unreachable, or circuit breaker open. */
public final class GraphUnavailable extends GraphException {
    public GraphUnavailable(Throwable cause) {
        super("The database does not answer.", cause);
    }
}
