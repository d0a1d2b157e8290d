package dev.grapevine.graph.dataimport;

/** Observer of the progress of an import. */
public interface ImportProgress {

    /**
     * Handles the start of an import step.
     *
     * @param step name of the import step
     * @param rows estimated number of rows
     */
    void begin(String step, long rows);

    /**
     * Handles the processing of further rows.
     *
     * @param rows number of further rows
     */
    void advance(long rows);

    /** Handles the end of the import step. */
    void end();
}
