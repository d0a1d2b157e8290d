package dev.grapevine.benchmarks.load;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Closed-loop load: a number of calls from a number of concurrent callers, each of which calls
 * again when it has received its response. Equal for all contestants.
 */
public final class Load {

    private static final long MAX_MICROS = 120_000_000;
    private static final int DIGITS = 3;

    private final AtomicInteger left;
    private final Histogram latencies = new Histogram(MAX_MICROS, DIGITS);
    private final AtomicReference<@Nullable String> firstFailure = new AtomicReference<>();
    private final CountDownLatch start = new CountDownLatch(1);
    private final AtomicInteger failures = new AtomicInteger();
    private long operations;

    private Load(int calls) {
        this.left = new AtomicInteger(calls);
    }

    /** Caller, used by one thread. */
    public interface Caller extends AutoCloseable {

        /**
         * Makes a call and waits for its response.
         *
         * @return number of acknowledged operations
         */
        int call() throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /** Collector of failed attempts. */
    public interface Failures {
        void add(Exception failure);
    }

    /** Factory of connected callers; connecting is not measured. */
    public interface CallerFactory {
        Caller open(Failures failures) throws Exception;
    }

    /** Makes calls and returns their figures. */
    public static Figures run(int calls, int callers, CallerFactory factory) {
        var load = new Load(calls);
        var threads = new ArrayList<Thread>();
        try {
            for (var i = 0; i < callers; i++) {
                var caller = factory.open(load::fail);
                threads.add(Thread.ofVirtual().start(() -> load.work(caller)));
            }
            var began = System.nanoTime();
            load.start.countDown();
            for (var thread : threads) {
                thread.join();
            }
            return load.figures(System.nanoTime() - began);
        } catch (Exception e) {
            threads.forEach(Thread::interrupt);
            throw new IllegalStateException(e);
        }
    }

    private void work(Load.Caller caller) {
        var own = new Histogram(MAX_MICROS, DIGITS);
        var done = 0L;
        try (caller) {
            start.await();
            while (left.getAndDecrement() > 0) {
                var began = System.nanoTime();
                try {
                    done += caller.call();
                } catch (Exception e) {
                    fail(e);
                }
                own.recordValue(Math.min(MAX_MICROS, (System.nanoTime() - began) / 1_000));
            }
        } catch (Exception e) {
            fail(e);
        }
        add(own, done);
    }

    private void fail(Exception failure) {
        failures.incrementAndGet();
        firstFailure.compareAndSet(null, failure.toString());
    }

    private synchronized void add(Histogram own, long done) {
        latencies.add(own);
        operations += done;
    }

    private synchronized Figures figures(long nanos) {
        return new Figures(
                operations,
                failures.get(),
                operations * 1e9 / nanos,
                millis(50),
                millis(95),
                millis(99),
                firstFailure.get());
    }

    private double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1_000.0;
    }
}
