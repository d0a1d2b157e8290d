package dev.grapevine.graph.kernel;

import org.neo4j.driver.Driver;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells a database that is down from one that is only busy: when a call has run out of time, it is
 * asked for nothing. Callers who ask at about the same time share one beat.
 */
@Component
class Heartbeat {

    private static final CypherFile BEAT = CypherFile.of(Heartbeat.class, "beat");
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration FRESH = Duration.ofMillis(500);

    private final Driver driver;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private boolean isAlive;
    private long feltAt = System.nanoTime() - FRESH.toNanos();

    Heartbeat(Driver driver) {
        this.driver = driver;
    }

    /** Whether the database answers, as of now or of half a second ago. */
    synchronized boolean isAlive() {
        if (System.nanoTime() - feltAt >= FRESH.toNanos()) {
            isAlive = beats();
            feltAt = System.nanoTime();
        }
        return isAlive;
    }

    private boolean beats() {
        var beat =
                threads.submit(
                        () -> {
                            try (var session = driver.session()) {
                                return session.run(BEAT.text()).list().size();
                            }
                        });
        try {
            return beat.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) == 1;
        } catch (ExecutionException | TimeoutException e) {
            beat.cancel(true);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
