package dev.grapevine.graph.kernel.database;

/** The database could not do its part; the caller may try again later. */
public abstract sealed class GraphException extends RuntimeException
        permits GraphUnavailable, GraphBusy {
    GraphException(String message, Throwable cause) {
        super(message, cause);
    }
}
