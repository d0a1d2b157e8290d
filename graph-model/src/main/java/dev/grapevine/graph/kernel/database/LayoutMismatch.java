package dev.grapevine.graph.kernel.database;

/** The data in the database have another layout than this version reads and writes. */
public final class LayoutMismatch extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /**
     * @param found number of the database's layout; 0 for data from before layouts had numbers
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
