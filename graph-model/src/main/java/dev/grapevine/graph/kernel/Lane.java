package dev.grapevine.graph.kernel;

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

/** One of the {@link Lanes}: a queue, and at most one batch under way. */
final class Lane<C, R> {

    private final LaneProperties properties;
    private final Function<C, Object> identity;
    private final Function<List<C>, List<R>> work;
    private final DistributionSummary sizes;
    private final ReentrantLock lock = new ReentrantLock();
    private Deque<Ticket<C, R>> waiting = new ArrayDeque<>();
    private boolean isDriving;

    Lane(
            LaneProperties properties,
            Function<C, Object> identity,
            Function<List<C>, List<R>> work,
            DistributionSummary sizes) {
        this.properties = properties;
        this.identity = identity;
        this.work = work;
        this.sizes = sizes;
    }

    /** A command in the queue, and its result to come. */
    static final class Ticket<C, R> {
        private final C command;
        private final Duration patience;
        private final AtomicBoolean isTaken = new AtomicBoolean();
        private final CompletableFuture<R> result = new CompletableFuture<>();

        private Ticket(C command, Duration patience) {
            this.command = command;
            this.patience = patience;
        }

        /** Waits for the result; withdraws the command if it has waited too long to begin. */
        R result() {
            try {
                return awaited();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                isTaken.set(true);
                Thread.currentThread().interrupt();
                throw new GraphBusy(e);
            }
        }

        private R awaited() throws ExecutionException, InterruptedException {
            try {
                return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (isTaken.compareAndSet(false, true)) {
                    throw new GraphBusy(e);
                }
                return result.get();
            }
        }
    }

    Ticket<C, R> queue(C command) {
        var ticket = new Ticket<C, R>(command, properties.patience());
        lock.lock();
        try {
            if (waiting.size() >= properties.largestQueue()) {
                throw new GraphBusy(new RejectedExecutionException("The lane is full"));
            }
            waiting.add(ticket);
            if (!isDriving) {
                isDriving = true;
                Thread.startVirtualThread(this::drive);
            }
        } finally {
            lock.unlock();
        }
        return ticket;
    }

    private void drive() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            sizes.record(batch.size());
            carryOut(batch, System.nanoTime());
        }
    }

    /** The next batch; empty, and the drive is over, when nobody waits any more. */
    private List<Ticket<C, R>> next() {
        lock.lock();
        try {
            var batch = new ArrayList<Ticket<C, R>>();
            var identities = new HashSet<>();
            var later = new ArrayDeque<Ticket<C, R>>();
            while (batch.size() < properties.largestBatch() && !waiting.isEmpty()) {
                var ticket = waiting.remove();
                if (!identities.add(identity.apply(ticket.command))) {
                    later.add(ticket);
                } else if (ticket.isTaken.compareAndSet(false, true)) {
                    batch.add(ticket);
                }
            }
            later.addAll(waiting);
            waiting = later;
            isDriving = !batch.isEmpty();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void carryOut(List<Ticket<C, R>> batch, long begunAt) {
        try {
            var results = work.apply(batch.stream().map(ticket -> ticket.command).toList());
            for (var i = 0; i < batch.size(); i++) {
                batch.get(i).result.complete(results.get(i));
            }
        } catch (GraphUnavailable e) {
            fail(batch, e);
        } catch (GraphBusy e) {
            var time = Duration.ofNanos(System.nanoTime() - begunAt);
            if (time.compareTo(properties.patience().multipliedBy(2)) > 0) {
                fail(batch, e);
            } else {
                split(batch, e, begunAt);
            }
        } catch (RuntimeException | Error e) {
            split(batch, e, begunAt);
        }
    }

    private void split(List<Ticket<C, R>> batch, Throwable failure, long begunAt) {
        if (batch.size() == 1) {
            fail(batch, failure);
            return;
        }
        var half = batch.size() / 2;
        carryOut(batch.subList(0, half), begunAt);
        carryOut(batch.subList(half, batch.size()), begunAt);
    }

    private void fail(List<Ticket<C, R>> batch, Throwable failure) {
        batch.forEach(ticket -> ticket.result.completeExceptionally(failure));
    }
}
