package dev.grapevine.graph.dataimport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Summary of an import.
 *
 * @param rejects path of the reject file, which is absent if no row was rejected
 */
public record ImportSummary(List<Pass> passes, Path rejects, Duration duration) {

    /**
     * Counts of an import step.
     *
     * @param name name of the import step
     * @param rows number of rows read
     * @param imported number of rows imported
     * @param known number of rows that existed before
     * @param rejected number of rejected rows
     */
    public record Pass(String name, long rows, long imported, long known, long rejected) {}

    public long rejected() {
        return passes.stream().mapToLong(Pass::rejected).sum();
    }
}
