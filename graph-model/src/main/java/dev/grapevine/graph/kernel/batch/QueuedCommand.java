package dev.grapevine.graph.kernel.batch;

import dev.grapevine.graph.kernel.database.GraphBusy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Command in a {@link BatchQueue}, with its future result. */
final class QueuedCommand<C, R> {
    private final C command;
    private final long deadline;
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private final CompletableFuture<R> result = new CompletableFuture<>();

    QueuedCommand(C command, Duration timeout) {
        this.command = command;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    C command() {
        return command;
    }

    /** Takes the command into a batch; returns false if its caller has given up. */
    boolean start() {
        return isStarted.compareAndSet(false, true);
    }

    void complete(R value) {
        result.complete(value);
    }

    void fail(Throwable failure) {
        result.completeExceptionally(failure);
    }

    /**
     * Waits for the result; removes the command from the queue if its batch has not started before
     * the time-out.
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
            return result.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (start()) {
                throw new GraphBusy(e);
            }
            return result.get();
        }
    }
}
