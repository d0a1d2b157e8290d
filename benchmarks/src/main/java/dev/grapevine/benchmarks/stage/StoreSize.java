package dev.grapevine.benchmarks.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Size of the store of an API process after a checkpoint.
 *
 * @param bytes bytes of all files of the database, indexes included, without transaction logs
 * @param properties properties of nodes and relationships
 */
public record StoreSize(long bytes, long nodes, long relationships, long properties) {

    private static final Statement CHECKPOINT = Statement.of("checkpoint");
    private static final Statement COUNT = Statement.of("count-records");

    /** Measures the store of the process of a stage, whose database is embedded. */
    public static StoreSize of(Stage stage) {
        stage.bolt().run(CHECKPOINT, Map.of());
        var counts = stage.bolt().one(COUNT, Map.of());
        return new StoreSize(
                bytes(stage.api().folder().resolve("data")),
                counts.get("nodes").asLong(),
                counts.get("relationships").asLong(),
                counts.get("properties").asLong());
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
    public String perAwardSince(StoreSize before, long awards) {
        return "an award stores %d bytes: %.2f nodes, %.2f relationships, %.1f properties"
                .formatted(
                        (bytes - before.bytes) / awards,
                        (double) (nodes - before.nodes) / awards,
                        (double) (relationships - before.relationships) / awards,
                        (double) (properties - before.properties) / awards);
    }
}
