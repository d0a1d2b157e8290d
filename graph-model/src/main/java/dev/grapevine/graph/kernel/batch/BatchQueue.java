package dev.grapevine.graph.kernel.batch;

import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphUnavailable;

import io.micrometer.core.instrument.DistributionSummary;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Queue of a {@link CommandBatcher} with at most one running batch. Single commands overtake
 * commands that were submitted together: a batch takes all single ones that wait, and a part of the
 * others.
 */
final class BatchQueue<C, R> {

    private final BatchProperties properties;
    private final Function<C, Object> identity;
    private final Function<List<C>, List<R>> work;
    private final DistributionSummary sizes;
    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingCommands<C, R> single = new WaitingCommands<>();
    private final WaitingCommands<C, R> bulk = new WaitingCommands<>();
    private boolean isDraining;

    BatchQueue(
            BatchProperties properties,
            Function<C, Object> identity,
            Function<List<C>, List<R>> work,
            DistributionSummary sizes) {
        this.properties = properties;
        this.identity = identity;
        this.work = work;
        this.sizes = sizes;
    }

    /** Commands that wait, in their order. */
    private static final class WaitingCommands<C, R> {

        private final Deque<QueuedCommand<C, R>> commands = new ArrayDeque<>();

        void add(QueuedCommand<C, R> queued, int max) {
            if (commands.size() >= max) {
                throw new GraphBusy(
                        new RejectedExecutionException(
                                "Batch queue is full: " + commands.size() + " commands"));
            }
            commands.add(queued);
        }

        /** Moves commands to a batch, without those whose identity is in the batch already. */
        void drainTo(
                List<QueuedCommand<C, R>> batch,
                Set<Object> identities,
                Function<C, Object> identity,
                int max) {
            var full = batch.size() + max;
            var later = new ArrayDeque<QueuedCommand<C, R>>();
            while (batch.size() < full && !commands.isEmpty()) {
                var queued = commands.remove();
                var id = identity.apply(queued.command());
                if (identities.contains(id)) {
                    later.add(queued);
                } else if (queued.start()) {
                    identities.add(id);
                    batch.add(queued);
                }
            }
            later.descendingIterator().forEachRemaining(commands::addFirst);
        }
    }

    /** Executes a command: on the calling thread if the queue is idle, otherwise in a batch. */
    R run(C command) {
        if (!becomesBusy()) {
            return queue(command, single).result();
        }
        var alone = new QueuedCommand<C, R>(command, properties.timeout());
        alone.start();
        try {
            executeBatch(List.of(alone));
        } finally {
            drainIfMoreWait();
        }
        return alone.result();
    }

    /** Queues a command that was submitted together with others. */
    QueuedCommand<C, R> submit(C command) {
        return queue(command, bulk);
    }

    private QueuedCommand<C, R> queue(C command, WaitingCommands<C, R> waiting) {
        var queued = new QueuedCommand<C, R>(command, properties.timeout());
        lock.lock();
        try {
            waiting.add(queued, properties.maxQueue());
            if (!isDraining) {
                isDraining = true;
                Thread.startVirtualThread(this::drain);
            }
        } finally {
            lock.unlock();
        }
        return queued;
    }

    /** Returns true if the queue was idle; the caller then has to drain it. */
    private boolean becomesBusy() {
        lock.lock();
        try {
            var wasIdle = !isDraining;
            isDraining = true;
            return wasIdle;
        } finally {
            lock.unlock();
        }
    }

    private void drainIfMoreWait() {
        lock.lock();
        try {
            isDraining = !single.commands.isEmpty() || !bulk.commands.isEmpty();
            if (isDraining) {
                Thread.startVirtualThread(this::drain);
            }
        } finally {
            lock.unlock();
        }
    }

    private void drain() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            executeBatch(batch);
        }
    }

    private void executeBatch(List<QueuedCommand<C, R>> batch) {
        sizes.record(batch.size());
        execute(batch, System.nanoTime());
    }

    /** Takes the next batch from the queue; an empty batch ends the draining. */
    private List<QueuedCommand<C, R>> next() {
        lock.lock();
        try {
            var batch = new ArrayList<QueuedCommand<C, R>>();
            var identities = new HashSet<>();
            single.drainTo(batch, identities, identity, properties.maxBatch());
            bulk.drainTo(batch, identities, identity, properties.maxBulk());
            isDraining = !batch.isEmpty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void execute(List<QueuedCommand<C, R>> batch, long begunAt) {
        try {
            var results = work.apply(batch.stream().map(QueuedCommand::command).toList());
            for (var i = 0; i < batch.size(); i++) {
                batch.get(i).complete(results.get(i));
            }
        } catch (GraphUnavailable e) {
            fail(batch, e);
        } catch (GraphBusy e) {
            if (batch.size() == 1) {
                fail(batch, e);
            } else {
                batch.forEach(queued -> executeAlone(queued, e, begunAt));
            }
        } catch (RuntimeException | Error e) {
            split(batch, e, begunAt);
        }
    }

    private void executeAlone(QueuedCommand<C, R> queued, GraphBusy failure, long begunAt) {
        var time = Duration.ofNanos(System.nanoTime() - begunAt);
        if (time.compareTo(properties.timeout().multipliedBy(2)) > 0) {
            fail(List.of(queued), failure);
        } else {
            execute(List.of(queued), begunAt);
        }
    }

    private void split(List<QueuedCommand<C, R>> batch, Throwable failure, long begunAt) {
        if (batch.size() == 1) {
            fail(batch, failure);
            return;
        }
        var half = batch.size() / 2;
        execute(batch.subList(0, half), begunAt);
        execute(batch.subList(half, batch.size()), begunAt);
    }

    private void fail(List<QueuedCommand<C, R>> batch, Throwable failure) {
        batch.forEach(queued -> queued.fail(failure));
    }
}
