package dev.grapevine.benchmarks;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The JSON file with all figures of all rounds. Throughput is in operations a second, latencies in
 * milliseconds.
 *
 * @param date when the run began, ISO 8601 in UTC
 */
record ResultFile(String date, Machine machine, Sizes sizes, List<Measured> measurements) {

    /** The sizes of the run. */
    record Sizes(
            int rounds,
            int requests,
            int connections,
            int warmUp,
            int customers,
            int manyCustomers,
            int history,
            List<String> settings) {}

    /** A measurement: its verdicts, and the figures of every round by contestant. */
    record Measured(
            String name,
            List<Line> lines,
            List<Map<String, Figures>> rounds,
            List<Books.Finding> sums,
            List<String> remarks) {}

    /** A line of the table: medians of the contestants, the goal, and whether it was met. */
    record Line(
            String label,
            @Nullable Figures ours,
            String baselineName,
            @Nullable Figures baseline,
            @Nullable String goal,
            Result.Verdict verdict) {}

    static ResultFile of(String date, Machine machine, Plan plan, List<Result> results) {
        var sizes =
                new Sizes(
                        plan.rounds(),
                        plan.requests(),
                        plan.connections(),
                        plan.warmUp(),
                        plan.customers(),
                        plan.manyCustomers(),
                        plan.history(),
                        plan.settings());
        return new ResultFile(
                date, machine, sizes, results.stream().map(ResultFile::measured).toList());
    }

    private static Measured measured(Result result) {
        var lines =
                result.comparisons().stream()
                        .map(
                                comparison ->
                                        new Line(
                                                comparison.label(),
                                                result.median(comparison.ours()),
                                                comparison.baseline(),
                                                result.median(comparison.baseline()),
                                                comparison.goal() == null
                                                        ? null
                                                        : comparison.goal().text(),
                                                result.verdict(comparison)))
                        .toList();
        return new Measured(
                result.measurement(), lines, result.rounds(), result.findings(), result.remarks());
    }

    void write(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, json.writeValueAsString(this) + "\n");
    }
}
