package dev.grapevine.graph.kernel.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Limits of the graph client.
 *
 * @param timeout maximum duration of a statement or transaction, retries included
 * @param startTimeout the same while the statements are being planned after a start, if longer
 * @param concurrentCalls maximum number of concurrent calls; further ones wait
 * @param maxWait maximum time that a call waits for the bulkhead before it fails as busy
 * @param attempts maximum number of attempts for transient errors, such as a deadlock
 * @param openFor time that the circuit breaker stays open after an outage before it allows calls
 *     again
 */
@ConfigurationProperties("grapevine.graph")
record GraphProperties(
        @DefaultValue("1400ms") Duration timeout,
        @DefaultValue("10s") Duration startTimeout,
        @DefaultValue("80") int concurrentCalls,
        @DefaultValue("400ms") Duration maxWait,
        @DefaultValue("5") int attempts,
        @DefaultValue("2s") Duration openFor) {

    /** Returns the time-out while statements are being planned: the longer of the two. */
    Duration timeoutAtStart() {
        return timeout.compareTo(startTimeout) > 0 ? timeout : startTimeout;
    }
}
