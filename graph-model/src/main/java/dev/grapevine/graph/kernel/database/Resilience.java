package dev.grapevine.graph.kernel.database;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Execution of work against the database under a circuit breaker, a bulkhead, a time-out and
 * retries, in this order from the outside in: the circuit breaker has to see the time-out, and the
 * time-out has to bound all attempts together.
 */
@Component
class Resilience {

    private static final String NAME = "graph";
    private static final String LOCK_TIMEOUT = "Neo.ClientError.Transaction.LockAcquisitionTimeout";
    private static final String TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut";

    private final DatabasePing databasePing;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Retry retry;
    private final ExecutorService threads;

    /**
     * @param databaseThreads threads on which the work runs, if the database has threads of its
     *     own; otherwise virtual threads
     */
    Resilience(
            GraphProperties properties,
            DatabasePing databasePing,
            MeterRegistry meters,
            @Qualifier("databaseThreads") ObjectProvider<ThreadFactory> databaseThreads) {
        this.databasePing = databasePing;
        var factory = databaseThreads.getIfAvailable();
        this.threads =
                factory == null
                        ? Executors.newVirtualThreadPerTaskExecutor()
                        : Executors.newCachedThreadPool(factory);
        var breakers = CircuitBreakerRegistry.of(breakerConfig(properties));
        var bulkheads = BulkheadRegistry.of(bulkheadConfig(properties));
        breaker = breakers.circuitBreaker(NAME);
        bulkhead = bulkheads.bulkhead(NAME);
        retry = Retry.of(NAME, retryConfig(properties));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    private static CircuitBreakerConfig breakerConfig(GraphProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(properties.openFor())
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordException(Resilience::isOutage)
                .build();
    }

    private static BulkheadConfig bulkheadConfig(GraphProperties properties) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(properties.concurrentCalls())
                .maxWaitDuration(properties.maxWait())
                .build();
    }

    private static RetryConfig retryConfig(GraphProperties properties) {
        return RetryConfig.custom()
                .maxAttempts(properties.attempts())
                .intervalFunction(
                        IntervalFunction.ofExponentialRandomBackoff(
                                Duration.ofMillis(5), 2, 0.9, Duration.ofMillis(200)))
                .retryOnException(Resilience::isContention)
                .build();
    }

    /** Runs the work on another thread, all attempts together within the time limit. */
    <T> T run(TimeLimiter limit, Callable<T> work) {
        try {
            return breaker.executeCallable(() -> withLimits(limit, work));
        } catch (Exception e) {
            throw translated(e);
        }
    }

    /**
     * Runs the work once and without limits, on the calling thread, for commands of the command
     * line: no caller waits, and the thread is one of the platform.
     */
    <T> T runUnlimited(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw translated(e);
        }
    }

    /**
     * Opens the circuit breaker after a time-out only if the database does not answer a ping: a
     * slow statement or a wait for locks must not fail the calls of other callers.
     */
    private <T> T withLimits(TimeLimiter limit, Callable<T> work) throws Exception {
        try {
            return bulkhead.executeCallable(
                    () ->
                            limit.executeFutureSupplier(
                                    () -> threads.submit(() -> retry.executeCallable(work))));
        } catch (TimeoutException e) {
            if (databasePing.isAlive()) {
                throw new GraphBusy(e);
            }
            breaker.transitionToOpenState();
            throw e;
        }
    }

    private static RuntimeException translated(Exception e) {
        if (e instanceof GraphException known) {
            return known;
        }
        if (isOutage(e) || e instanceof CallNotPermittedException) {
            return new GraphUnavailable(e);
        }
        if (e instanceof BulkheadFullException || isContention(e) || isTimedOut(e)) {
            return new GraphBusy(e);
        }
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }

    private static boolean isOutage(Throwable e) {
        return e instanceof TimeoutException
                || find(e, ServiceUnavailableException.class) != null
                || find(e, SessionExpiredException.class) != null;
    }

    private static boolean isContention(Throwable e) {
        var cause = find(e, Neo4jException.class);
        return cause instanceof TransientException
                || (cause != null && LOCK_TIMEOUT.equals(cause.code()));
    }

    private static boolean isTimedOut(Throwable e) {
        var cause = find(e, Neo4jException.class);
        return cause != null && cause.code().startsWith(TIMED_OUT);
    }

    private static <T> @Nullable T find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
