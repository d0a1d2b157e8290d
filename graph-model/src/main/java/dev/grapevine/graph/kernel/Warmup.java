package dev.grapevine.graph.kernel;

import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Has the database plan every statement once before the first call: a planner that has never worked
 * takes seconds where a warm one takes milliseconds, and the first callers would run into their
 * time-out. {@code grapevine.graph.warm-up=false} leaves it to the first calls.
 */
@Component
@ConditionalOnBooleanProperty(name = "grapevine.graph.warm-up", matchIfMissing = true)
class Warmup implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Warmup.class);

    private final Driver driver;
    private final DatabaseSelectionProvider database;

    Warmup(Driver driver, DatabaseSelectionProvider database) {
        this.driver = driver;
        this.database = database;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var started = System.nanoTime();
        var name = database.getDatabaseSelection().getValue();
        var configuration =
                name == null ? SessionConfig.defaultConfig() : SessionConfig.forDatabase(name);
        try (var session = driver.session(configuration)) {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:dev/grapevine/graph/**/*.cypher");
            for (var file : files) {
                session.run("EXPLAIN " + file.getContentAsString(StandardCharsets.UTF_8)).consume();
            }
            log.info(
                    "{} statements are planned after {} ms",
                    files.length,
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the statements", e);
        }
    }
}
