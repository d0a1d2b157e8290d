package dev.grapevine.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/** The whole command on a small size; measures no speed. */
@DisabledIfSystemProperty(
        named = "slim",
        matches = ".*",
        disabledReason = "A slim build has no database to start")
class BenchmarksIT {

    @Test
    void startsTheApiMeasuresItChecksTheSumsAndStopsIt(@TempDir Path folder) {
        var measurements =
                measure(folder, "single-awards,hot-wallet,balance-reads,activity-batches");

        assertThat(measurements.valueStream().map(each -> each.path("name").asString()))
                .containsExactly(
                        "single-awards", "hot-wallet", "balance-reads", "activity-batches");
        for (var measurement : measurements) {
            var perRound =
                    measurement.path("name").asString().equals("activity-batches") ? 1_000 : 100;
            assertThat(measurement.findValues("operations"))
                    .isNotEmpty()
                    .allSatisfy(operations -> assertThat(operations.asInt()).isEqualTo(perRound));
        }
    }

    @Test
    void tellsWhatAnAwardStoresAndSkipsWhatNeedsAPeerThatTheRunDoesNotHave(@TempDir Path folder) {
        var remarks =
                measure(folder, "award-storage,plain-sql,nested-reads")
                        .valueStream()
                        .map(measurement -> measurement.path("remarks").path(0).asString())
                        .toList();

        assertThat(remarks.getFirst())
                .matches(
                        "an award stores \\d+ bytes: 1\\.\\d\\d nodes, 1\\.\\d\\d relationships,"
                                + " .+");
        assertThat(remarks.subList(1, 3)).containsOnly("SKIPPED: excluded by --without-peer");
    }

    /** Runs the command, expects it to succeed, and returns the measurements of its results. */
    private static JsonNode measure(Path folder, String only) {
        var out = folder.resolve("results.json");

        var exitCode =
                Benchmarks.run(
                        "--root=..",
                        "--out=" + out,
                        "--only=" + only,
                        "--rounds=1",
                        "--requests=100",
                        "--warm-up=20",
                        "--connections=4",
                        "--customers=50",
                        "--without-peer",
                        // Tests run on machines that are busy.
                        "--setting=grapevine.graph.timeout=60s",
                        "--setting=spring.neo4j.pool.connection-acquisition-timeout=60s");

        assertThat(exitCode).isZero();
        return JsonMapper.shared().readTree(out).path("measurements");
    }
}
