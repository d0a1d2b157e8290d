package dev.grapevine.graph.kernel.database;

import dev.grapevine.graph.kernel.command.Result;


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
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one door to the database. Time-out, retry of transient errors, circuit breaker, bulkhead and
 * the metric {@code grapevine.graph.statement} sit here and nowhere else.
 *
 * <p>A single statement costs one round trip. Inside {@link #transact} statements share one
 * transaction.
 *
 * <p>All methods throw {@link GraphUnavailable} when the database does not answer in time and
 * {@link GraphBusy} when it answers but cannot take the work now or is too slow with it. Either way
 * the work may still have been committed, by a connection that broke or a statement that was late:
 * repeat a command under its idempotency key.
 *
 * <p>The door, over the driver. A statement alone is sent in an auto-commit transaction (one round
 * trip, commit included); inside {@link #transact} it goes through {@link Neo4jClient}, which
 * shares Spring's transaction with the repositories.
 */
@Component
public class GraphClient {

    private static final String METRIC = "grapevine.graph.statement";

    private final Driver driver;
    private final Neo4jClient client;
    private final DatabaseSelectionProvider database;
    private final Neo4jBookmarkManager bookmarks;
    private final TransactionTemplate transactions;
    private final TransactionConfig timeout;
    private final Resilience resilience;
    private final MeterRegistry meters;

    GraphClient(
            Driver driver,
            Neo4jClient client,
            DatabaseSelectionProvider database,
            Neo4jBookmarkManager bookmarks,
            TransactionTemplate transactions,
            GraphProperties properties,
            Resilience resilience,
            MeterRegistry meters) {
        this.driver = driver;
        this.client = client;
        this.database = database;
        this.bookmarks = bookmarks;
        this.transactions = transactions;
        this.timeout = TransactionConfig.builder().withTimeout(properties.timeout()).build();
        this.resilience = resilience;
        this.meters = meters;
    }

    /**
     * Runs a statement that changes nothing; opened for READ, so that a cluster may answer it on
     * any member.
     */
    public <T> List<T> read(
            CypherStatement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return run(AccessMode.READ, statement, parameters, row);
    }

    /** Runs a statement that may change the graph, and commits it. */
    public <T> List<T> write(
            CypherStatement statement, Map<String, ?> parameters, Function<Record, T> row) {
        return run(AccessMode.WRITE, statement, parameters, row);
    }

    /**
     * Runs the work in one transaction: what was done is committed, what was refused or failed is
     * rolled back, except a refusal that is {@linkplain Result.Rejected#isFinal() kept}. The work
     * may run more than once and must have no effect outside the database. Inside another {@code
     * transact} it joins that transaction.
     */
    public <T> Result<T> transact(Supplier<Result<T>> work) {
        return isInTransaction() ? work.get() : resilience.run(() -> inNewTransaction(work));
    }

    /**
     * Runs a repository's call under the same protection; inside {@link #transact} it joins the
     * transaction.
     */
    public <T> T callRepository(Supplier<T> repositoryCall) {
        return meters.timer(METRIC, "statement", "repository")
                .record(
                        () ->
                                isInTransaction()
                                        ? repositoryCall.get()
                                        : resilience.run(repositoryCall::get));
    }

    private <T> Result<T> inNewTransaction(Supplier<Result<T>> work) {
        return transactions.execute(
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
                                        : resilience.run(
                                                () -> alone(mode, statement, parameters, row)));
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
            AccessMode mode,
            CypherStatement statement,
            Map<String, ?> parameters,
            Function<Record, T> row) {
        var seen = bookmarks.getBookmarks();
        try (var session = driver.session(configuration(mode, seen))) {
            var rows = session.run(statement.text(), Parameters.of(parameters), timeout).list(row);
            if (mode == AccessMode.WRITE) {
                bookmarks.updateBookmarks(seen, session.lastBookmarks());
            }
            return rows;
        }
    }

    private SessionConfig configuration(AccessMode mode, Collection<Bookmark> seen) {
        var configuration = SessionConfig.builder().withDefaultAccessMode(mode).withBookmarks(seen);
        var name = database.getDatabaseSelection().getValue();
        return name == null ? configuration.build() : configuration.withDatabase(name).build();
    }

    /** Whether the calling thread is inside {@link #transact}. */
    public boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Runs a statement that changes the graph and answers nothing. */
    public void write(CypherStatement statement, Map<String, ?> parameters) {
        write(statement, parameters, row -> row);
    }

    /**
     * Runs the work in one transaction and commits it, unless it throws; all else as in {@link
     * #transact}.
     */
    public <T> T inOneTransaction(Supplier<T> work) {
        return switch (transact(() -> Result.success(work.get()))) {
            case Result.Success<T>(var value, _) -> value;
            case Result.Rejected<T> rejected ->
                    throw new IllegalStateException("Never refused: " + rejected);
        };
    }
}
