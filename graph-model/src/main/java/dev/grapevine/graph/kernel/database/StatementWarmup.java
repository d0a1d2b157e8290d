package dev.grapevine.graph.kernel.database;

import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Warm-up that has the database plan every statement once, in the background after the start: the
 * first plans take seconds. Until it is complete, calls have {@link GraphProperties#startTimeout}.
 * {@code grapevine.graph.warm-up=false} disables it: each statement is planned by its first call.
 */
@Component
class StatementWarmup implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StatementWarmup.class);

    private final Driver driver;
    private final DatabaseSelectionProvider database;
    private volatile boolean isPending;
    private volatile boolean isStopped;

    StatementWarmup(
            Driver driver,
            DatabaseSelectionProvider database,
            @Value("${grapevine.graph.warm-up:true}") boolean isEnabled) {
        this.driver = driver;
        this.database = database;
        this.isPending = isEnabled;
    }

    /** Returns true from the start until all statements are planned. */
    boolean isPending() {
        return isPending;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (isPending) {
            Thread.ofPlatform().daemon().name("grapevine.warm-up").start(this::planAll);
        }
    }

    private void planAll() {
        var started = System.nanoTime();
        try {
            var count = plan();
            if (!isStopped) {
                log.info(
                        "Planned {} statements in {} ms",
                        count,
                        Duration.ofNanos(System.nanoTime() - started).toMillis());
            }
        } catch (IOException | RuntimeException e) {
            if (!isStopped) {
                log.warn("Not all statements could be planned in advance", e);
            }
        } finally {
            isPending = false;
        }
    }

    private int plan() throws IOException {
        var name = database.getDatabaseSelection().getValue();
        var configuration =
                name == null ? SessionConfig.defaultConfig() : SessionConfig.forDatabase(name);
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:dev/grapevine/graph/**/*.cypher");
        for (var file : files) {
            if (isStopped) {
                return 0;
            }
            try (var session = driver.session(configuration)) {
                session.run("EXPLAIN " + file.getContentAsString(StandardCharsets.UTF_8)).consume();
            }
        }
        return files.length;
    }

    @Override
    public void destroy() {
        isStopped = true;
    }
}
