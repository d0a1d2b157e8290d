package dev.grapevine.graph.kernel.database;

import dev.grapevine.graph.kernel.Sha256;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * Migration runner of the database: runs each {@code migrations/NNN-name.cypher} once, in the order
 * of the numbers, and records its checksum and the layout number in a {@code (:Migration)} node.
 * Statements are repeatable ({@code IF NOT EXISTS}), so an interrupted or concurrent start does no
 * harm. A file that was changed after its run, or a database of another layout, stops the start.
 * They run, and an embedded database starts, while the other beans are created; the web server
 * listens after that.
 */
@Component("migrations")
public class Migrations implements InitializingBean, SmartInitializingSingleton {

    /**
     * Layout number: labels, keys, stored and hashed forms. A change that no migration converts,
     * such as a rewritten baseline, takes the next number.
     */
    public static final int LAYOUT = 5;

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final CypherStatement DONE =
            CypherStatement.of(Migrations.class, "migrations-done");
    private static final CypherStatement RECORD =
            CypherStatement.of(Migrations.class, "remember-migration");
    private static final CypherStatement AWAIT =
            CypherStatement.of(Migrations.class, "await-indexes");

    private final Driver driver;
    private final DatabaseSelectionProvider database;
    private final Clock clock;
    private CompletableFuture<Void> completion = CompletableFuture.completedFuture(null);

    Migrations(Driver driver, DatabaseSelectionProvider database, Clock clock) {
        this.driver = driver;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        completion = CompletableFuture.runAsync(this::migrate, Thread::startVirtualThread);
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            completion.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /**
     * Runs the migrations that this database lacks.
     *
     * @throws LayoutMismatch if the database has another layout
     * @throws IllegalStateException if a file was changed after its run
     */
    void migrate() {
        var name = database.getDatabaseSelection().getValue();
        var configuration =
                name == null ? SessionConfig.defaultConfig() : SessionConfig.forDatabase(name);
        try (var session = driver.session(configuration)) {
            var rows = session.run(DONE.text()).list();
            rows.forEach(row -> checkLayout(row.get("layout").asInt()));
            var done =
                    rows.stream()
                            .collect(
                                    Collectors.toMap(
                                            row -> row.get("name").asString(),
                                            row -> row.get("checksum").asString()));
            for (var file : files()) {
                migrate(session, file, done.get(file.getFilename()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the migrations", e);
        }
    }

    private static void checkLayout(int found) {
        if (found != LAYOUT) {
            throw new LayoutMismatch(found, LAYOUT);
        }
    }

    private void migrate(Session session, Resource file, @Nullable String checksumThen)
            throws IOException {
        var name = Objects.requireNonNull(file.getFilename());
        var text = file.getContentAsString(StandardCharsets.UTF_8);
        var checksum = Sha256.of(text);
        if (checksum.equals(checksumThen)) {
            return;
        }
        if (checksumThen != null) {
            throw new IllegalStateException(
                    "Migration "
                            + name
                            + " was changed after it was applied to this database; add a new"
                            + " migration instead.");
        }
        statements(text).forEach(statement -> session.run(statement).consume());
        session.run(AWAIT.text()).consume();
        session.run(
                        RECORD.text(),
                        Map.of(
                                "name",
                                name,
                                "checksum",
                                checksum,
                                "layout",
                                LAYOUT,
                                "now",
                                OffsetDateTime.now(clock)))
                .consume();
        log.info("Migration {} applied", name);
    }

    private static List<Resource> files() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:migrations/*.cypher");
        return Arrays.stream(files)
                .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                .toList();
    }

    private static List<String> statements(String text) {
        return Arrays.stream(text.split(";\\s*(\\n|$)", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
