package dev.grapevine.graph.dataimport;

/** Whoever watches an import. */
public interface ImportProgress {

    /** A pass over a file begins. */
    void begin(String pass, long rows);

    /** That many more rows have been worked on. */
    void advance(long rows);

    /** The pass has ended. */
    void end();
}
