package dev.grapevine.graph.community;

/** A file of an import is not what its name says: no such folder, a missing column, a quote that never ends. */
public final class UnreadableFile extends RuntimeException {
    UnreadableFile(String message) {
        super(message);
    }
}
