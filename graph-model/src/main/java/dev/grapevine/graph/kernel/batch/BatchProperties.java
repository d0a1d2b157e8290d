package dev.grapevine.graph.kernel.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Limits of the lanes in which callers share round trips.
 *
 * @param count how many batches of one kind may be under way at once
 * @param maxBatch how many commands share a transaction at most
 * @param maxQueue how many commands may wait in one lane; further ones are told at once that the
 *     database is busy
 * @param timeout how long a command waits for its batch to begin before it is told so
 */
@ConfigurationProperties("grapevine.batch")
public record BatchProperties(
        @DefaultValue("2") int count,
        @DefaultValue("256") int maxBatch,
        @DefaultValue("5000") int maxQueue,
        @DefaultValue("1500ms") Duration timeout) {}
