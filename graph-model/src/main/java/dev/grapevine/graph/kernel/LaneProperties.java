package dev.grapevine.graph.kernel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Limits of the lanes in which callers share round trips.
 *
 * @param count how many batches of one kind may be under way at once
 * @param largestBatch how many commands share a transaction at most
 * @param largestQueue how many commands may wait in one lane; further ones are told at once that
 *     the database is busy
 * @param patience how long a command waits for its batch to begin before it is told so
 */
@ConfigurationProperties("grapevine.lanes")
record LaneProperties(
        @DefaultValue("2") int count,
        @DefaultValue("256") int largestBatch,
        @DefaultValue("5000") int largestQueue,
        @DefaultValue("1500ms") Duration patience) {}
