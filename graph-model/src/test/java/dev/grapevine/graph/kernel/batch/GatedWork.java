package dev.grapevine.graph.kernel.batch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work whose first batch waits at a gate while a test queues the commands of the next batch; with a
 * builder of command batchers, without a database.
 *
 * @param <C> type of the commands
 */
final class GatedWork<C> {

    static final Duration LONG = Duration.ofSeconds(30);

    final List<List<C>> batches = new CopyOnWriteArrayList<>();
    final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    /** Adds the batch to {@link #batches} and waits at the gate if it is the first. */
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
                throw new IllegalStateException("Latch is not open after " + LONG);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static CommandBatcher.Builder builder(BatchProperties properties) {
        return builder(properties, new SimpleMeterRegistry());
    }

    static CommandBatcher.Builder builder(BatchProperties properties, MeterRegistry meters) {
        return new CommandBatcher.Builder(properties, meters);
    }
}
