package dev.grapevine.benchmarks.storage;

import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.Stage;
import dev.grapevine.benchmarks.stage.Statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Size of the store of an API process that was stopped, so that everything is in its files.
 *
 * @param bytes bytes of all files of the database, indexes included, without transaction logs
 * @param properties properties of nodes and relationships
 */
record StoreSize(long bytes, long nodes, long relationships, long properties) {

    private static final Statement COUNT = Statement.of("count-records");

    /** Measures a new store with the customers of the plan, after some work. */
    static StoreSize after(Plan plan, Consumer<Stage> work) {
        try (var stage = Stage.open(plan, plan.customers())) {
            work.accept(stage);
            var counts = stage.bolt().one(COUNT, Map.of());
            stage.api().stop();
            return new StoreSize(
                    bytes(stage.api().folder().resolve("data")),
                    counts.get("nodes").asLong(),
                    counts.get("relationships").asLong(),
                    counts.get("properties").asLong());
        }
    }

    private static long bytes(Path data) {
        try (var files = Files.walk(data)) {
            return files.filter(file -> file.toString().contains("/databases/neo4j/"))
                    .filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Describes what each of several awards has added since an earlier size. */
    String perAwardSince(StoreSize before, long awards) {
        return "an award stores %d bytes: %.2f nodes, %.2f relationships, %.1f properties"
                .formatted(
                        (bytes - before.bytes) / awards,
                        (double) (nodes - before.nodes) / awards,
                        (double) (relationships - before.relationships) / awards,
                        (double) (properties - before.properties) / awards);
    }
}
