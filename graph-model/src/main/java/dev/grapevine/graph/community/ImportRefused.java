package dev.grapevine.graph.community;

/**
 * An import cannot go on: no such brand or folder, a missing column, a quote that never ends. What
 * was imported until then stays.
 */
public final class ImportRefused extends RuntimeException {
    public ImportRefused(String message) {
        super(message);
    }
}
