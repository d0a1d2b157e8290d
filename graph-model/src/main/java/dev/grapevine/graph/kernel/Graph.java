package dev.grapevine.graph.kernel;

import org.neo4j.driver.Record;

import java.util.List;
import java.util.Map;
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
 */
public interface Graph {

    /**
     * Runs a statement that changes nothing; opened for READ, so that a cluster may answer it on
     * any member.
     */
    <T> List<T> read(CypherFile statement, Map<String, ?> parameters, Function<Record, T> row);

    /** Runs a statement that may change the graph, and commits it. */
    <T> List<T> write(CypherFile statement, Map<String, ?> parameters, Function<Record, T> row);

    /** Runs a statement that changes the graph and answers nothing. */
    default void write(CypherFile statement, Map<String, ?> parameters) {
        write(statement, parameters, row -> row);
    }

    /**
     * Runs the work in one transaction: what was done is committed, what was refused or failed is
     * rolled back, except a refusal that is {@linkplain Outcome.Refused#isKept() kept}. The work
     * may run more than once and must have no effect outside the database. Inside another {@code
     * transact} it joins that transaction.
     */
    <T> Outcome<T> transact(Supplier<Outcome<T>> work);

    /**
     * Runs the work in one transaction and commits it, unless it throws; all else as in {@link
     * #transact}.
     */
    default <T> T inOneTransaction(Supplier<T> work) {
        return switch (transact(() -> Outcome.done(work.get()))) {
            case Outcome.Done<T>(var value, _) -> value;
            case Outcome.Refused<T> refused ->
                    throw new IllegalStateException("Never refused: " + refused);
        };
    }

    /** Whether the calling thread is inside {@link #transact}. */
    boolean isInTransaction();

    /**
     * Runs a repository's call under the same protection; inside {@link #transact} it joins the
     * transaction.
     */
    <T> T ask(Supplier<T> repositoryCall);
}
