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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Queue of a {@link CommandBatcher} with at most one running batch. */
final class BatchQueue<C, R> {

    private final BatchProperties properties;
    private final Function<C, Object> identity;
    private final Function<List<C>, List<R>> work;
    private final DistributionSummary sizes;
    private final ReentrantLock lock = new ReentrantLock();
    private Deque<QueuedCommand<C, R>> waiting = new ArrayDeque<>();
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

    /** Queued command with its future result. */
    static final class QueuedCommand<C, R> {
        private final C command;
        private final Duration timeout;
        private final AtomicBoolean isStarted = new AtomicBoolean();
        private final CompletableFuture<R> result = new CompletableFuture<>();

        private QueuedCommand(C command, Duration timeout) {
            this.command = command;
            this.timeout = timeout;
        }

        /**
         * Waits for the result; removes the command from the queue if its batch has not started
         * before the time-out.
         */
        R result() {
            try {
                return awaited();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                isStarted.set(true);
                Thread.currentThread().interrupt();
                throw new GraphBusy(e);
            }
        }

        private R awaited() throws ExecutionException, InterruptedException {
            try {
                return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (isStarted.compareAndSet(false, true)) {
                    throw new GraphBusy(e);
                }
                return result.get();
            }
        }
    }

    /** Executes a command: on the calling thread if the queue is idle, otherwise in a batch. */
    R run(C command) {
        if (!becomesBusy()) {
            return queue(command).result();
        }
        var alone = new QueuedCommand<C, R>(command, properties.timeout());
        alone.isStarted.set(true);
        try {
            executeBatch(List.of(alone));
        } finally {
            drainIfMoreWait();
        }
        return alone.result();
    }

    /** Queues a command. */
    QueuedCommand<C, R> queue(C command) {
        var queued = new QueuedCommand<C, R>(command, properties.timeout());
        lock.lock();
        try {
            if (waiting.size() >= properties.maxQueue()) {
                throw new GraphBusy(
                        new RejectedExecutionException(
                                "Batch queue is full: " + waiting.size() + " commands"));
            }
            waiting.add(queued);
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
            isDraining = !waiting.isEmpty();
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
            var later = new ArrayDeque<QueuedCommand<C, R>>();
            while (batch.size() < properties.maxBatch() && !waiting.isEmpty()) {
                var queued = waiting.remove();
                if (!identities.add(identity.apply(queued.command))) {
                    later.add(queued);
                } else if (queued.isStarted.compareAndSet(false, true)) {
                    batch.add(queued);
                }
            }
            later.addAll(waiting);
            waiting = later;
            isDraining = !batch.isEmpty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void execute(List<QueuedCommand<C, R>> batch, long begunAt) {
        try {
            var results = work.apply(batch.stream().map(queued -> queued.command).toList());
            for (var i = 0; i < batch.size(); i++) {
                batch.get(i).result.complete(results.get(i));
            }
        } catch (GraphUnavailable e) {
            fail(batch, e);
        } catch (GraphBusy e) {
            var time = Duration.ofNanos(System.nanoTime() - begunAt);
            if (time.compareTo(properties.timeout().multipliedBy(2)) > 0) {
                fail(batch, e);
            } else {
                split(batch, e, begunAt);
            }
        } catch (RuntimeException | Error e) {
            split(batch, e, begunAt);
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
        batch.forEach(queued -> queued.result.completeExceptionally(failure));
    }
}
