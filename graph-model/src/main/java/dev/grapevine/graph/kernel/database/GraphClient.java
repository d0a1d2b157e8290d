package dev.grapevine.graph.kernel.database;

import dev.grapevine.graph.kernel.command.Result;

import io.github.resilience4j.timelimiter.TimeLimiter;
import io.micrometer.core.instrument.MeterRegistry;

import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Client of the database, the only one: time-out, retry of transient errors, circuit breaker,
 * bulkhead and the metric {@code grapevine.graph.statement} are applied here and nowhere else.
 *
 * <p>All methods throw {@link GraphUnavailable} if the database does not answer in time and {@link
 * GraphBusy} if it answers but cannot do the work now or in time. In both cases the work may have
 * been committed nevertheless, because of a broken connection or a late statement: repeat the
 * command with its idempotency key.
 *
 * <p>A single statement runs in an auto-commit transaction (one round trip, commit included).
 * Inside {@link #transact} all statements run through {@link Neo4jClient}, which shares Spring's
 * transaction with the repositories.
 */
@Component
public class GraphClient {

    private static final String METRIC = "grapevine.graph.statement";

    private final Driver driver;
    private final Neo4jClient client;
    private final DatabaseSelectionProvider database;
    private final Neo4jBookmarkManager bookmarks;
    private final StatementWarmup warmup;
    private final Limits limits;
    private final Limits startLimits;
    private final TransactionTemplate unlimited;
    private final Resilience resilience;
    private final MeterRegistry meters;

    GraphClient(
            Driver driver,
            Neo4jClient client,
            DatabaseSelectionProvider database,
            Neo4jBookmarkManager bookmarks,
            PlatformTransactionManager transactions,
            GraphProperties properties,
            StatementWarmup warmup,
            Resilience resilience,
            MeterRegistry meters) {
        this.driver = driver;
        this.client = client;
        this.database = database;
        this.bookmarks = bookmarks;
        this.warmup = warmup;
        this.limits = Limits.of(properties.timeout(), transactions);
        this.startLimits = Limits.of(properties.timeoutAtStart(), transactions);
        this.unlimited = new TransactionTemplate(transactions);
        this.resilience = resilience;
        this.meters = meters;
    }

    /** Time limit of a call, as the caller, a statement and a transaction have to know it. */
    private record Limits(
            TimeLimiter ofCall, TransactionConfig ofStatement, TransactionTemplate ofTransaction) {

        static Limits of(Duration timeout, PlatformTransactionManager transactions) {
            var template = new TransactionTemplate(transactions);
            template.setTimeout((int) timeout.plusMillis(999).toSeconds());
            return new Limits(
                    TimeLimiter.of(timeout),
                    TransactionConfig.builder().withTimeout(timeout).build(),
                    template);
        }
    }

    private <T> T withLimits(Function<Limits, T> work) {
        var current = warmup.isPending() ? startLimits : limits;
        return resilience.run(current.ofCall, () -> work.apply(current));
    }

    /**
     * Runs a statement that changes nothing, in access mode READ, so that any member of a cluster
     * may execute it.
     */
    public <T> List<T> read(
            CypherStatement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return run(AccessMode.READ, statement, parameters, row);
    }

    /** Runs and commits a statement that may change the graph. */
    public <T> List<T> write(
            CypherStatement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return run(AccessMode.WRITE, statement, parameters, row);
    }

    /**
     * Runs the work in one transaction: a success is committed, a rejection or an exception rolls
     * back, except a rejection that is {@linkplain Result.Rejected#isFinal() final}, which is
     * committed. The work may run more than once and must have no effect outside the database.
     * Inside another {@code transact} the work joins that transaction.
     */
    public <T> Result<T> transact(Supplier<Result<T>> work) {
        return isInTransaction()
                ? work.get()
                : withLimits(limits -> inNewTransaction(limits, work));
    }

    /**
     * Calls a repository under the same protection; inside {@link #transact} the call joins the
     * transaction.
     */
    public <T> T callRepository(Supplier<T> repositoryCall) {
        return meters.timer(METRIC, "statement", "repository")
                .record(
                        () ->
                                isInTransaction()
                                        ? repositoryCall.get()
                                        : withLimits(_ -> repositoryCall.get()));
    }

    /**
     * Runs the work in one transaction that is rolled back, and returns what it would have done.
     * There is no time limit and no further attempt; what the work locks stays locked until its
     * end.
     */
    public <T> T rehearse(Supplier<T> work) {
        return Objects.requireNonNull(
                resilience.runUnlimited(
                        () ->
                                unlimited.execute(
                                        transaction -> {
                                            transaction.setRollbackOnly();
                                            return work.get();
                                        })));
    }

    private <T> Result<T> inNewTransaction(Limits limits, Supplier<Result<T>> work) {
        return limits.ofTransaction.execute(
                transaction -> {
                    var result = work.get();
                    if (result instanceof Result.Rejected<T>(_, var isFinal) && !isFinal) {
                        transaction.setRollbackOnly();
                    }
                    return result;
                });
    }

    private <T> List<T> run(
            AccessMode mode,
            CypherStatement statement,
            Map<String, ?> parameters,
            Function<Record, T> row) {
        return meters.timer(METRIC, "statement", statement.name())
                .record(
                        () ->
                                isInTransaction()
                                        ? joined(statement, parameters, row)
                                        : withLimits(
                                                limits ->
                                                        alone(
                                                                limits,
                                                                mode,
                                                                statement,
                                                                parameters,
                                                                row)));
    }

    private <T> List<T> joined(
            CypherStatement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return client.delegateTo(
                        runner ->
                                Optional.of(
                                        runner.run(statement.text(), Parameters.of(parameters))
                                                .list(row)))
                .run()
                .orElseThrow();
    }

    private <T> List<T> alone(
            Limits limits,
            AccessMode mode,
            CypherStatement statement,
            Map<String, ?> parameters,
            Function<Record, T> row) {
        var known = bookmarks.getBookmarks();
        try (var session = driver.session(configuration(mode, known))) {
            var rows =
                    session.run(statement.text(), Parameters.of(parameters), limits.ofStatement)
                            .list(row);
            if (mode == AccessMode.WRITE) {
                bookmarks.updateBookmarks(known, session.lastBookmarks());
            }
            return rows;
        }
    }

    private SessionConfig configuration(AccessMode mode, Collection<Bookmark> known) {
        var configuration =
                SessionConfig.builder().withDefaultAccessMode(mode).withBookmarks(known);
        var name = database.getDatabaseSelection().getValue();
        return name == null ? configuration.build() : configuration.withDatabase(name).build();
    }

    /** Returns true if the calling thread is inside {@link #transact}. */
    public boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Runs a statement that changes the graph and returns no rows. */
    public void write(CypherStatement statement, Map<String, ?> parameters) {
        write(statement, parameters, row -> row);
    }

    /**
     * Runs the work in one transaction and commits it unless an exception is thrown; otherwise as
     * {@link #transact}.
     */
    public <T> T inOneTransaction(Supplier<T> work) {
        return switch (transact(() -> Result.success(work.get()))) {
            case Result.Success<T>(var value, _) -> value;
            case Result.Rejected<T> rejected ->
                    throw new IllegalStateException("Unexpected rejection: " + rejected);
        };
    }
}
