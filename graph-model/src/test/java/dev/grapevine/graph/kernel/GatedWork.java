package dev.grapevine.graph.kernel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.neo4j.driver.Record;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work whose first batch stops at a gate, so that a test can let the next batch gather; and lanes
 * for it, without a database.
 *
 * @param <C> a command
 */
final class GatedWork<C> {

    static final Duration LONG = Duration.ofSeconds(30);

    final List<List<C>> batches = new CopyOnWriteArrayList<>();
    final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    /** Notes the batch, and waits if it is the first. */
    void note(List<C> batch) {
        batches.add(List.copyOf(batch));
        if (batches.size() == 1) {
            begun.countDown();
            await(gate);
        }
    }

    void open() {
        gate.countDown();
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Lanes.Builder builder(LaneProperties properties, boolean isInTransaction) {
        return new Lanes.Builder(
                properties, new NoGraph(isInTransaction), new SimpleMeterRegistry());
    }

    static Lanes.Builder builder(LaneProperties properties, MeterRegistry meters) {
        return new Lanes.Builder(properties, new NoGraph(false), meters);
    }

    /** Knows whether there is a transaction, and nothing else. */
    private record NoGraph(boolean isInTransaction) implements Graph {

        @Override
        public <T> List<T> read(
                CypherFile statement, Map<String, ?> parameters, Function<Record, T> row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> List<T> write(
                CypherFile statement, Map<String, ?> parameters, Function<Record, T> row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Outcome<T> transact(Supplier<Outcome<T>> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T ask(Supplier<T> repositoryCall) {
            throw new UnsupportedOperationException();
        }
    }
}
