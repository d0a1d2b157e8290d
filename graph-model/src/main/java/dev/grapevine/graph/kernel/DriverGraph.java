package dev.grapevine.graph.kernel;

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
 * The door, over the driver. A statement alone is sent in an auto-commit transaction (one round
 * trip, commit included); inside {@link #transact} it goes through {@link Neo4jClient}, which
 * shares Spring's transaction with the repositories.
 */
@Component
class DriverGraph implements Graph {

    private static final String METRIC = "grapevine.graph.statement";

    private final Driver driver;
    private final Neo4jClient client;
    private final DatabaseSelectionProvider database;
    private final Neo4jBookmarkManager bookmarks;
    private final TransactionTemplate transactions;
    private final TransactionConfig timeout;
    private final Resilience resilience;
    private final MeterRegistry meters;

    DriverGraph(
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

    @Override
    public <T> List<T> read(
            CypherFile statement, Map<String, ?> parameters, Function<Record, T> row) {
        return run(AccessMode.READ, statement, parameters, row);
    }

    @Override
    public <T> List<T> write(
            CypherFile statement, Map<String, ?> parameters, Function<Record, T> row) {
        return run(AccessMode.WRITE, statement, parameters, row);
    }

    @Override
    public <T> Outcome<T> transact(Supplier<Outcome<T>> work) {
        return isInTransaction() ? work.get() : resilience.run(() -> inNewTransaction(work));
    }

    @Override
    public <T> T ask(Supplier<T> repositoryCall) {
        return meters.timer(METRIC, "statement", "repository")
                .record(
                        () ->
                                isInTransaction()
                                        ? repositoryCall.get()
                                        : resilience.run(repositoryCall::get));
    }

    private <T> Outcome<T> inNewTransaction(Supplier<Outcome<T>> work) {
        return transactions.execute(
                transaction -> {
                    var outcome = work.get();
                    if (outcome instanceof Outcome.Refused<T>(_, var isKept) && !isKept) {
                        transaction.setRollbackOnly();
                    }
                    return outcome;
                });
    }

    private <T> List<T> run(
            AccessMode mode,
            CypherFile statement,
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
            CypherFile statement, Map<String, ?> parameters, Function<Record, T> row) {
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
            CypherFile statement,
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

    @Override
    public boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
