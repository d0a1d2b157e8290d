package dev.grapevine.graph.dataimport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What an import did.
 *
 * @param rejects the file with the rows that were not taken; only there if there were any
 */
public record ImportSummary(List<Pass> passes, Path rejects, Duration duration) {

    /**
     * What became of the rows of one pass.
     *
     * @param name what the pass imports
     * @param rows how many it read
     * @param imported how many are new
     * @param known how many were there before
     * @param rejected how many could not be taken
     */
    public record Pass(String name, long rows, long imported, long known, long rejected) {}

    public long rejected() {
        return passes.stream().mapToLong(Pass::rejected).sum();
    }
}
