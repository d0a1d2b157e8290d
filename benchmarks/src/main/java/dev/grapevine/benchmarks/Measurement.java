package dev.grapevine.benchmarks;

import java.util.List;

/** Something that is measured, beside its baselines. Each round gives every contestant its turn. */
interface Measurement extends AutoCloseable {

    /** Its name, for the command line. */
    String name();

    /** The lines that it adds to the table, with their goals. */
    List<Comparison> comparisons();

    /**
     * Makes ready what the rounds need.
     *
     * @throws Skipped if it cannot be measured
     */
    void prepare() throws Skipped;

    void run(Round round);

    /** What is found, after the last round, about the truth of what was answered. */
    default List<Books.Finding> findings() {
        return List.of();
    }

    /** What people should know who read the figures. */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    default void close() {}
}
