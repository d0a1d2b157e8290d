package dev.grapevine.graph.kernel.batch;

import dev.grapevine.graph.kernel.database.GraphBusy;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Batcher of concurrent commands: commands that arrive while a batch runs wait in a queue and share
 * the round trips and the commit of the next batch. Commands with equal routing keys share a queue,
 * so that they do not wait for each other's locks. A failed batch is split until the failing
 * command is alone. If the database was busy for a batch, for example because of one lock, its
 * commands are executed one by one, until twice {@link BatchProperties#timeout} has passed. An
 * outage fails the whole batch.
 *
 * @param <C> type of the commands
 * @param <R> type of the results
 */
public final class CommandBatcher<C, R> {

    private final List<BatchQueue<C, R>> batchQueues;
    private final Function<C, Object> routingKey;

    private CommandBatcher(List<BatchQueue<C, R>> batchQueues, Function<C, Object> routingKey) {
        this.batchQueues = batchQueues;
        this.routingKey = routingKey;
    }

    /** Factory of command batchers and batched look-ups. */
    @Component
    public static class Builder {

        private final BatchProperties properties;
        private final MeterRegistry meters;

        public Builder(BatchProperties properties, MeterRegistry meters) {
            this.properties = properties;
            this.meters = meters;
        }

        /**
         * Creates a batched look-up.
         *
         * @param find returns the existing values by key, in one round trip
         */
        public <K, V> BatchedLookup<K, V> lookup(
                String name, Function<Collection<K>, Map<K, V>> find) {
            return new BatchedLookup<>(this, name, find);
        }

        /**
         * Creates a batcher for one type of work. The metric {@code grapevine.batch.size} with the
         * tag {@code queue} records its batch sizes.
         *
         * @param routingKey commands with equal routing keys share a queue
         * @param identity commands with equal identities are never in one batch
         * @param work executes a batch and returns one result for each command, in the order of the
         *     commands
         */
        public <C, R> CommandBatcher<C, R> create(
                String name,
                Function<C, Object> routingKey,
                Function<C, Object> identity,
                Function<List<C>, List<R>> work) {
            var sizes = meters.summary("grapevine.batch.size", "queue", name);
            return new CommandBatcher<>(
                    IntStream.range(0, properties.count())
                            .mapToObj(_ -> new BatchQueue<>(properties, identity, work, sizes))
                            .toList(),
                    routingKey);
        }
    }

    /**
     * Executes a command in a batch, or alone if no other waits, and returns its result. Rethrows
     * the exception of the work, or throws {@link GraphBusy} if the batch did not start before the
     * time-out; the command is then not executed.
     */
    public R run(C command) {
        return queue(command).run(command);
    }

    /**
     * Queues several commands at once and returns suppliers that wait for their results, in the
     * order of the commands; that of a command for which there is no room throws {@link GraphBusy}.
     * Commands of {@link #run} overtake them.
     */
    public List<Supplier<R>> submit(List<C> commands) {
        return commands.stream().map(this::submit).toList();
    }

    private Supplier<R> submit(C command) {
        try {
            return queue(command).submit(command)::result;
        } catch (GraphBusy e) {
            return () -> {
                throw e;
            };
        }
    }

    private BatchQueue<C, R> queue(C command) {
        return batchQueues.get(
                Math.floorMod(routingKey.apply(command).hashCode(), batchQueues.size()));
    }
}
