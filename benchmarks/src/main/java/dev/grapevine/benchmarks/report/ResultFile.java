package dev.grapevine.benchmarks.report;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.measurement.SumCheck;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * JSON file with the figures of all rounds: throughput in operations per second, latencies in
 * milliseconds.
 *
 * @param date start of the run, ISO 8601 in UTC
 */
public record ResultFile(String date, Machine machine, Sizes sizes, List<Measured> measurements) {

    /** Sizes of the run. */
    public record Sizes(
            int rounds,
            int requests,
            int connections,
            int warmUp,
            int customers,
            int manyCustomers,
            int history,
            List<String> settings) {}

    /** Measurement with its verdicts and the figures of each round, by contestant. */
    public record Measured(
            String name,
            List<Line> lines,
            List<Map<String, Figures>> rounds,
            List<SumCheck.Finding> sums,
            List<String> remarks) {}

    /** Line of the table: medians of the contestants, the goal and the verdict. */
    public record Line(
            String label,
            @Nullable Figures ours,
            String baselineName,
            @Nullable Figures baseline,
            @Nullable String goal,
            Result.Verdict verdict) {}

    public static ResultFile of(String date, Machine machine, Plan plan, List<Result> results) {
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

    public void write(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, json.writeValueAsString(this) + "\n");
    }
}
