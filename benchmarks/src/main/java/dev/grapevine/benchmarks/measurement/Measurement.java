package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.stage.Skipped;

import java.util.List;

/** Measurement with its baselines. In each round every contestant has one turn. */
public interface Measurement extends AutoCloseable {

    /** Returns the name for the command line. */
    String name();

    /** Returns the lines of the table with their goals. */
    List<Comparison> comparisons();

    /**
     * Prepares the rounds.
     *
     * @throws Skipped if the measurement cannot be run
     */
    void prepare() throws Skipped;

    void run(Round round);

    /** Returns the checks of the sums after the last round. */
    default List<SumCheck.Finding> findings() {
        return List.of();
    }

    /** Returns remarks for readers of the figures. */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    default void close() {}
}
