package dev.grapevine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.grapevine.embedded.EmbeddedNeo4jProperties.Connection;
import dev.grapevine.embedded.inprocess.DatabaseThread;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Result;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Contract of the driver's connection to the embedded database, in process and over Bolt. */
@ParameterizedClass
@EnumSource(Connection.class)
@Timeout(60)
class ConnectionIT {

    private static final String ENDLESS =
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS n";

    /** Strong reference: java.util.logging loses the level of a garbage-collected logger. */
    private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver");

    @TempDir static Path folder;

    static EmbeddedNeo4j server;

    @Parameter Connection connection;

    final String key = UUID.randomUUID().toString();
    Driver driver;

    @BeforeAll
    static void start() {
        DRIVER.setLevel(Level.SEVERE);
        var properties =
                new EmbeddedNeo4jProperties(folder, 0, "64m", Connection.IN_PROCESS, false);
        server = EmbeddedNeo4j.start(properties, Credentials.in(folder));
        try (var driver = GraphDatabase.driver(server.getUri());
                var session = driver.session()) {
            session.run("CREATE CONSTRAINT FOR (t:Thing) REQUIRE t.unique IS UNIQUE").consume();
        }
    }

    @AfterAll
    static void stop() {
        server.destroy();
    }

    @BeforeEach
    void open() {
        driver =
                switch (connection) {
                    case IN_PROCESS -> GraphDatabase.driver(server.getUri());
                    case BOLT ->
                            GraphDatabase.driver(
                                    URI.create("bolt://" + server.getUri().getAuthority()),
                                    server.getAuthToken());
                };
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void returnsEachTypeOfValueAsItWasGiven() {
        var zone = ZonedDateTime.of(2026, 3, 29, 2, 30, 0, 5, ZoneId.of("Europe/Berlin"));
        var values = new HashMap<String, Object>();
        values.put("null", null);
        values.put("boolean", true);
        values.put("integer", Long.MIN_VALUE);
        values.put("float", 0.1);
        values.put("infinite", Double.NEGATIVE_INFINITY);
        values.put("string", "ä€𝄞\u0000");
        values.put("bytes", new byte[] {0, -1, 127});
        values.put("list", List.of(1L, "two", List.of(3.0), Map.of("four", 4L)));
        values.put("map", Map.of("a", Map.of("b", List.of())));
        values.put("date", LocalDate.of(1, 1, 1));
        values.put("time", OffsetTime.of(23, 59, 59, 999_999_999, ZoneOffset.ofHours(-8)));
        values.put("localTime", LocalTime.MIDNIGHT);
        values.put("localDateTime", LocalDateTime.of(9999, 12, 31, 0, 0));
        values.put("dateTime", zone);
        values.put("offset", zone.withZoneSameInstant(ZoneOffset.ofHours(5)));
        values.put("duration", Values.isoDuration(1, -2, 3, 4));
        values.put("point", Values.point(4326, 13.4, 52.5));
        values.put("space", Values.point(9157, 1, 2, 3));
        var given = Values.value(values);
        assertThat(value("RETURN $given AS value", Map.of("given", given))).isEqualTo(given);
    }

    @Test
    void returnsListsThatAreStoredAsProperties() {
        var stored =
                value(
                        "CREATE (t:Thing {numbers: [1, 2], texts: ['a'], truths: [true], "
                                + "dates: [date('2026-01-01')]}) "
                                + "RETURN [t.numbers, t.texts, t.truths, t.dates] AS value",
                        Map.of());
        assertThat(stored.asList())
                .containsExactly(
                        List.of(1L, 2L),
                        List.of("a"),
                        List.of(true),
                        List.of(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void returnsNodesRelationshipsAndPaths() {
        var path =
                value(
                                "CREATE p = (a:Thing:Named {key: $key, name: 'a'})"
                                        + "<-[:LIKES {since: 1}]-(b:Thing {name: 'b'}) "
                                        + "RETURN p AS value",
                                Map.of("key", key))
                        .asPath();
        var relationship = path.relationships().iterator().next();
        assertThat(path.start().labels()).containsExactlyInAnyOrder("Thing", "Named");
        assertThat(path.start().get("key").asString()).isEqualTo(key);
        assertThat(path.end().get("name").asString()).isEqualTo("b");
        assertThat(relationship.type()).isEqualTo("LIKES");
        assertThat(relationship.get("since").asLong()).isEqualTo(1);
        assertThat(relationship.endNodeElementId()).isEqualTo(path.start().elementId());
        assertThat(path.iterator().next().start().elementId()).isEqualTo(path.start().elementId());
    }

    @Test
    void commitsAStatementThatRunsAlone() {
        create();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void commitsATransactionAsAWhole() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            transaction.run("CREATE (:Thing {key: $key})", Map.of("key", key));
            transaction.run("CREATE (:Thing {key: $key})", Map.of("key", key)).consume();
            assertThat(count()).isZero();
            transaction.commit();
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void rollsBackATransactionThatIsNotCommitted() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            var seen =
                    transaction.run(
                            "CREATE (t:Thing {key: $key}) RETURN count(t)", Map.of("key", key));
            assertThat(seen.single().get(0).asInt()).isEqualTo(1);
        }
        assertThat(count()).isZero();
    }

    @Test
    void refusesToWriteInASessionForReading() {
        var reading = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
        try (var session = driver.session(reading)) {
            var write = "CREATE (:Thing {key: '" + key + "'})";
            assertThat(code(() -> session.run(write).consume()))
                    .isEqualTo("Neo.ClientError.Statement.AccessMode");
            try (var transaction = session.beginTransaction()) {
                assertThat(code(() -> transaction.run(write).consume()))
                        .isEqualTo("Neo.ClientError.Statement.AccessMode");
            }
        }
        assertThat(count()).isZero();
    }

    @Test
    void namesTheErrorByItsCodeAndGoesOn() {
        try (var session = driver.session()) {
            assertThat(code(() -> session.run("RETRUN 1").consume()))
                    .isEqualTo("Neo.ClientError.Statement.SyntaxError");
            assertThat(code(() -> session.run("RETURN $missing").consume()))
                    .isEqualTo("Neo.ClientError.Statement.ParameterMissing");
            assertThat(code(() -> session.run("RETURN 1 / 0").list()))
                    .isEqualTo("Neo.ClientError.Statement.ArithmeticError");
            assertThat(session.run("RETURN 1").single().get(0).asInt()).isEqualTo(1);
        }
        var elsewhere = SessionConfig.forDatabase("elsewhere");
        try (var session = driver.session(elsewhere)) {
            assertThat(code(() -> session.run("RETURN 1").consume()))
                    .isEqualTo("Neo.ClientError.Database.DatabaseNotFound");
        }
    }

    @Test
    void rollsBackATransactionInWhichAStatementFailed() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            transaction.run("CREATE (:Thing {key: $key})", Map.of("key", key)).consume();
            assertThat(code(() -> transaction.run("RETURN 1 / 0").list()))
                    .isEqualTo("Neo.ClientError.Statement.ArithmeticError");
            assertThatThrownBy(() -> transaction.run("RETURN 1").list())
                    .isInstanceOf(Neo4jException.class);
            assertThatThrownBy(transaction::commit).isInstanceOf(Neo4jException.class);
        }
        assertThat(count()).isZero();
    }

    @Test
    void refusesAValueThatIsNotUnique() {
        var statement = "CREATE (:Thing {unique: '" + key + "'})";
        try (var session = driver.session()) {
            session.run(statement).consume();
            assertThat(code(() -> session.run(statement).consume()))
                    .isEqualTo("Neo.ClientError.Schema.ConstraintValidationFailed");
        }
    }

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
        awaitRunning(ENDLESS, true);
        thread.interrupt();
        thread.join();
        awaitRunning(ENDLESS, false);
    }

    @Test
    void closesWhileAStatementRunsAndEndsTheStatement() throws Exception {
        closeDuringAStatement(Thread.ofVirtual().factory());
        open();
        closeDuringAStatement(DatabaseThread::new);
        open();
        awaitRunning(ENDLESS, false);
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
        try (var observer = driver.session()) {
            while (observer.run(
                            "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $statement"
                                    + " RETURN currentQuery",
                            Map.of("statement", ENDLESS))
                    .list()
                    .isEmpty()) {
                Thread.sleep(20);
            }
        }
        driver.close();
        assertThatThrownBy(statement::get).isInstanceOf(ExecutionException.class);
    }

    @Test
    void streamsALongResultInPieces() throws Exception {
        streamALongResult();
        var onDatabaseThread = new FutureTask<>(this::streamALongResult, null);
        new DatabaseThread(onDatabaseThread).start();
        onDatabaseThread.get();
    }

    private void streamALongResult() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            var rows = transaction.run("UNWIND range(1, 5500) AS n RETURN n").list();
            assertThat(rows).hasSize(5500);
            assertThat(rows.getLast().get("n").asInt()).isEqualTo(5500);
            assertThat(transaction.run("RETURN 1").list()).hasSize(1);
            transaction.commit();
        }
    }

    @Test
    void readsTwoResultsOfATransactionInTurn() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            var left = transaction.run("UNWIND range(1, 2500) AS n RETURN n");
            var right = transaction.run("UNWIND range(1, 2500) AS n RETURN n");
            for (var i = 1; i <= 2500; i++) {
                assertThat(left.next().get("n").asInt()).isEqualTo(i);
                assertThat(right.next().get("n").asInt()).isEqualTo(i);
            }
        }
    }

    @Test
    void dropsARestThatNobodyReads() {
        try (var session = driver.session()) {
            session.run("UNWIND range(1, 5500) AS n RETURN n").next();
            var created =
                    session.run(
                            "UNWIND range(1, 1500) AS n CREATE (t:Thing {key: $key}) RETURN n",
                            Map.of("key", key));
            assertThat(created.consume().counters().nodesCreated()).isEqualTo(1500);
        }
        assertThat(count()).isEqualTo(1500);
    }

    @Test
    void explainsAndProfilesAStatement() {
        try (var session = driver.session()) {
            var plan = session.run("EXPLAIN MATCH (t:Thing) RETURN t").consume().plan();
            assertThat(plan.operatorType()).startsWith("ProduceResults");
            assertThat(plan.children().getFirst().operatorType()).startsWith("NodeByLabelScan");
            var profile = session.run("PROFILE UNWIND [1, 2] AS n RETURN n").consume().profile();
            assertThat(profile.records()).isEqualTo(2);
        }
    }

    @Test
    void commitsInsideAStatementThatAsksForIt() {
        try (var session = driver.session()) {
            session.run(
                            "UNWIND range(1, 25) AS n CALL (n) { CREATE (:Thing {key: $key}) }"
                                    + " IN TRANSACTIONS OF 10 ROWS",
                            Map.of("key", key))
                    .consume();
        }
        assertThat(count()).isEqualTo(25);
    }

    @Test
    void retriesAManagedTransactionAfterATransientError() {
        try (var session = driver.session()) {
            var tries =
                    session.executeWrite(
                            new TransactionCallback<Integer>() {
                                int tries;

                                @Override
                                public Integer execute(TransactionContext it) {
                                    it.run("CREATE (:Thing {key: $key})", Map.of("key", key));
                                    if (++tries < 2) {
                                        throw new TransientException("Neo.TransientError", "No");
                                    }
                                    return tries;
                                }
                            });
            assertThat(tries).isEqualTo(2);
        }
        assertThat(count()).isEqualTo(1);
    }

    private void create() {
        try (var session = driver.session()) {
            session.run("CREATE (:Thing {key: $key})", Map.of("key", key)).consume();
        }
    }

    private int count() {
        return value("MATCH (t:Thing {key: $key}) RETURN count(t) AS value", Map.of("key", key))
                .asInt();
    }

    private Value value(String statement, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            return session.run(statement, parameters).single().get("value");
        }
    }

    private Result lock(Runner runner) {
        return runner.run("MATCH (t:Thing {key: $key}) SET t._lock = true", Map.of("key", key));
    }

    /** Session or transaction. */
    private interface Runner {
        Result run(String statement, Map<String, Object> parameters);
    }

    private void awaitRunning(String statement, boolean isRunning) throws InterruptedException {
        var running =
                "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $statement"
                        + " RETURN count(*) > 0 AS value";
        while (value(running, Map.of("statement", statement)).asBoolean() != isRunning) {
            Thread.sleep(20);
        }
    }

    private static String code(ThrowingCallable statement) {
        return catchThrowableOfType(Neo4jException.class, statement).code();
    }
}
