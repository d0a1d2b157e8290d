package dev.grapevine.graph.kernel.database;

/**
 * Error of a database that answers but is overloaded, or whose locks this call could not acquire in
 * time.
 */
public final class GraphBusy extends GraphException {
    public GraphBusy(Throwable cause) {
        super("The database is busy.", cause);
    }
}
