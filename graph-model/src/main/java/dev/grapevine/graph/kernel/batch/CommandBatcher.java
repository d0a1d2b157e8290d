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
 * Lets concurrent callers share round trips and commits. Commands queue by lane; while one batch of
 * a lane is under way, the next one gathers. Commands with the same place are in the same lane, so
 * that they never wait for each other's locks. A batch that fails is split until the command that
 * fails is alone: it cannot fail its neighbours. An outage fails all, and so does a database that
 * stays busy for twice the patience of who waits.
 *
 * @param <C> a command
 * @param <R> its result
 */
public final class CommandBatcher<C, R> {

    private final List<BatchQueue<C, R>> batchQueues;
    private final Function<C, Object> routingKey;

    private CommandBatcher(List<BatchQueue<C, R>> batchQueues, Function<C, Object> routingKey) {
        this.batchQueues = batchQueues;
        this.routingKey = routingKey;
    }

    /** Lays lanes. */
    @Component
    public static class Builder {

        private final BatchProperties properties;
        private final MeterRegistry meters;

        public Builder(BatchProperties properties, MeterRegistry meters) {
            this.properties = properties;
            this.meters = meters;
        }

        /**
         * Lanes for finding things by their keys.
         *
         * @param find finds what there is, by its key, in one round trip
         */
        public <K, V> BatchedLookup<K, V> lookup(
                String name, Function<Collection<K>, Map<K, V>> find) {
            return new BatchedLookup<>(this, name, find);
        }

        /**
         * Lanes for one kind of work. How large its batches were is the metric {@code
         * grapevine.batch.size}.
         *
         * @param routingKey commands with equal routing keys share a queue
         * @param identity commands with equal identities are never in one batch
         * @param work carries out a batch and answers one result for each command, in their order
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
     * Carries a command out in a batch and waits for its result. Throws what the work has thrown
     * for it, and {@link GraphBusy} if it has waited too long; then it was not carried out.
     */
    public R run(C command) {
        return queue(command).queue(command).result();
    }

    /**
     * As {@link #run}, for several commands at once; answers, in their order, who waits for each
     * result.
     */
    public List<Supplier<R>> submit(List<C> commands) {
        return commands.stream()
                .map(command -> queue(command).queue(command))
                .<Supplier<R>>map(queuedCommand -> queuedCommand::result)
                .toList();
    }

    private BatchQueue<C, R> queue(C command) {
        return batchQueues.get(
                Math.floorMod(routingKey.apply(command).hashCode(), batchQueues.size()));
    }
}
