package dev.grapevine.graph.dataimport;

/**
 * Failure of an import that cannot continue: missing brand, folder or column, or a malformed file.
 * Rows imported before stay.
 */
public final class ImportFailed extends RuntimeException {
    public ImportFailed(String message) {
        super(message);
    }
}
