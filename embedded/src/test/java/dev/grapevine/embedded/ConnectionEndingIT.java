package dev.grapevine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import static java.util.function.Predicate.isEqual;

import dev.grapevine.embedded.inprocess.DatabaseThread;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Time-outs, locks, interrupts and closing during a statement. */
class ConnectionEndingIT extends ConnectionContract {

    private static final String ENDLESS =
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS n";

    @Test
    void endsAStatementAtItsTimeOut() {
        var timeout = TransactionConfig.builder().withTimeout(Duration.ofMillis(300)).build();
        try (var session = driver.session()) {
            assertThat(code(() -> session.run(ENDLESS, timeout).list()))
                    .startsWith("Neo.ClientError.Transaction.TransactionTimedOut");
        }
    }

    @Test
    void waitsForALockNoLongerThanTheDatabaseSays() {
        create();
        try (var session = driver.session();
                var other = driver.session();
                var holder = session.beginTransaction()) {
            lock(holder::run).consume();
            assertThat(code(() -> lock(other::run).consume()))
                    .isEqualTo("Neo.TransientError.Transaction.LockAcquisitionTimeout");
            holder.commit();
            lock(other::run).consume();
        }
    }

    @Test
    void breaksADeadlockWithATransientError() throws Exception {
        try (var session = driver.session()) {
            session.run("CREATE (:Thing {key: $k + 1}), (:Thing {key: $k + 2})", Map.of("k", key))
                    .consume();
        }
        var holding = new CountDownLatch(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> lockBoth("1", "2", holding));
            var second = threads.submit(() -> lockBoth("2", "1", holding));
            assertThat(List.of(first.get(), second.get())).contains(true, false);
        }
    }

    /** Returns false if a transient error broke a deadlock. */
    private boolean lockBoth(String one, String other, CountDownLatch holding) throws Exception {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            var lock = "MATCH (t:Thing {key: $key}) SET t._lock = true";
            transaction.run(lock, Map.of("key", key + one)).consume();
            holding.countDown();
            assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();
            transaction.run(lock, Map.of("key", key + other)).consume();
            transaction.commit();
            return true;
        } catch (TransientException deadlock) {
            assertThat(deadlock.code())
                    .isEqualTo("Neo.TransientError.Transaction.DeadlockDetected");
            return false;
        }
    }

    @Test
    void endsTheStatementOfAnInterruptedCallerAndNothingElse() throws Exception {
        interruptDuringAStatement(Thread.ofVirtual().factory());
        interruptDuringAStatement(DatabaseThread::new);
        create();
        assertThat(count()).isEqualTo(3);
    }

    private void interruptDuringAStatement(ThreadFactory threads) throws Exception {
        var thread =
                threads.newThread(
                        () -> {
                            try (var session = driver.session()) {
                                assertThatThrownBy(() -> session.run(ENDLESS).list())
                                        .isInstanceOf(Neo4jException.class);
                            }
                            assertThat(Thread.interrupted()).isTrue();
                            create();
                        });
        thread.start();
        awaitRunning(true);
        thread.interrupt();
        thread.join();
        awaitRunning(false);
    }

    @Test
    void closesWhileAStatementRunsAndEndsTheStatement() throws Exception {
        closeDuringAStatement(Thread.ofVirtual().factory());
        open();
        closeDuringAStatement(DatabaseThread::new);
        open();
        awaitRunning(false);
    }

    private void closeDuringAStatement(ThreadFactory threads) throws Exception {
        var statement =
                new FutureTask<>(
                        () -> {
                            try (var session = driver.session()) {
                                return session.run(ENDLESS).list();
                            }
                        });
        threads.newThread(statement).start();
        awaitRunning(true);
        driver.close();
        assertThatThrownBy(statement::get).isInstanceOf(ExecutionException.class);
    }

    private void awaitRunning(boolean isRunning) {
        var running =
                "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $statement"
                        + " RETURN count(*) > 0 AS value";
        await().until(
                        () -> value(running, Map.of("statement", ENDLESS)).asBoolean(),
                        isEqual(isRunning));
    }

    private Result lock(Runner runner) {
        return runner.run("MATCH (t:Thing {key: $key}) SET t._lock = true", Map.of("key", key));
    }

    /** Session or transaction. */
    private interface Runner {
        Result run(String statement, Map<String, Object> parameters);
    }
}
