package dev.grapevine.graph.kernel.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Limits of the one door.
 *
 * @param timeout how long a statement or a transaction may take in all, retries included
 * @param concurrentCalls how many calls may be under way at once; further ones wait for a place
 * @param maxWait how long they wait before they are told that the database is busy
 * @param attempts how often work is tried that fails for a passing reason, such as a deadlock
 * @param openFor how long calls are refused at once after the database has failed, before it is
 *     asked again
 */
@ConfigurationProperties("grapevine.graph")
record GraphProperties(
        @DefaultValue("1400ms") Duration timeout,
        @DefaultValue("80") int concurrentCalls,
        @DefaultValue("400ms") Duration maxWait,
        @DefaultValue("5") int attempts,
        @DefaultValue("2s") Duration openFor) {}
