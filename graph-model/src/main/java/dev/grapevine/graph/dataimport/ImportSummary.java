package dev.grapevine.graph.dataimport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Summary of an import.
 *
 * @param rejects path of the reject file, which is absent if no row was rejected
 */
public record ImportSummary(List<Step> steps, Path rejects, Duration duration) {

    /**
     * Counts of an import step.
     *
     * @param name name of the import step
     * @param rows number of rows read
     * @param imported number of rows imported
     * @param known number of rows that existed before
     * @param rejected number of rejected rows
     */
    public record Step(String name, long rows, long imported, long known, long rejected) {}

    public long rejected() {
        return steps.stream().mapToLong(Step::rejected).sum();
    }
}
