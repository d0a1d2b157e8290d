package dev.grapevine.graph.kernel.database;

/** Error of the database; the caller may retry later. */
public abstract sealed class GraphException extends RuntimeException
        permits GraphUnavailable, GraphBusy {
    GraphException(String message, Throwable cause) {
        super(message, cause);
    }
}
