package dev.grapevine.graph.kernel.database;

/**
 * Error of a database whose layout number differs from the one that this version reads and writes.
 */
public final class LayoutMismatch extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /**
     * @param found layout number of the database; 0 for data of a build without layout numbers
     * @param expected layout number of this version
     */
    public LayoutMismatch(int found, int expected) {
        super(
                "The database has layout "
                        + found
                        + ", but this version of Grapevine needs layout "
                        + expected
                        + ": start it with an empty data folder or on another database, or run the"
                        + " version of Grapevine that made this one.");
    }
}
