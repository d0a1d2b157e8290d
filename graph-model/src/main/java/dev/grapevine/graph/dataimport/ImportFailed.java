package dev.grapevine.graph.dataimport;

/**
 * An import cannot go on: no such brand or folder, a missing column, a quote that never ends. What
 * was imported until then stays.
 */
public final class ImportFailed extends RuntimeException {
    public ImportFailed(String message) {
        super(message);
    }
}
