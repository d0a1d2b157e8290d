package dev.grapevine.graph.kernel.database;

import org.neo4j.driver.Driver;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Liveness check that distinguishes a database that is down from one that is busy, after a call has
 * timed out. Results are cached for half a second and shared by concurrent callers.
 */
@Component
class DatabasePing {

    private static final CypherStatement PING = CypherStatement.of(DatabasePing.class, "ping");
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration TIME_TO_LIVE = Duration.ofMillis(500);

    private final Driver driver;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private boolean isAlive;
    private long checkedAt = System.nanoTime() - TIME_TO_LIVE.toNanos();

    DatabasePing(Driver driver) {
        this.driver = driver;
    }

    /** Returns true if the database answers, as of now or at most half a second ago. */
    synchronized boolean isAlive() {
        if (System.nanoTime() - checkedAt >= TIME_TO_LIVE.toNanos()) {
            isAlive = answers();
            checkedAt = System.nanoTime();
        }
        return isAlive;
    }

    private boolean answers() {
        var ping =
                threads.submit(
                        () -> {
                            try (var session = driver.session()) {
                                return session.run(PING.text()).list().size();
                            }
                        });
        try {
            return ping.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS) == 1;
        } catch (ExecutionException | TimeoutException e) {
            ping.cancel(true);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
