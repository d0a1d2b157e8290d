package dev.grapevine.graph.kernel.database;

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
 * Warm-up that has the database plan every statement once before the first call: the first plans
 * take seconds, and the first callers would time out. {@code grapevine.graph.warm-up=false}
 * disables it.
 */
@Component
@ConditionalOnBooleanProperty(name = "grapevine.graph.warm-up", matchIfMissing = true)
class StatementWarmup implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(StatementWarmup.class);

    private final Driver driver;
    private final DatabaseSelectionProvider database;

    StatementWarmup(Driver driver, DatabaseSelectionProvider database) {
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
                    "Planned {} statements in {} ms",
                    files.length,
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the Cypher statements", e);
        }
    }
}
