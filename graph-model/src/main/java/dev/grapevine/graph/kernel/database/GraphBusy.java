package dev.grapevine.graph.kernel.database;

/**
 * The database answers, but has more work than it can take, or others hold what this call needs.
 */
public final class GraphBusy extends GraphException {
    public GraphBusy(Throwable cause) {
        super("The database is busy.", cause);
    }
}
