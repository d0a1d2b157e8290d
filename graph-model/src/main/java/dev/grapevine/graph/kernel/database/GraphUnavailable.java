package dev.grapevine.graph.kernel.database;

/** The database does not answer: it is down, unreachable, too slow, or was so a moment ago. */
public final class GraphUnavailable extends GraphException {
    public GraphUnavailable(Throwable cause) {
        super("The database does not answer.", cause);
    }
}
