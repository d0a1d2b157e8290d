package dev.grapevine.graph.kernel.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Limits of the batch queues.
 *
 * @param count number of queues of each command batcher, and so of its concurrent batches; 0 for
 *     half of the processor's cores, at least 1: fewer queues have larger batches
 * @param maxBatch maximum number of single commands in one transaction
 * @param maxBulk maximum number of commands of bulk submissions in one transaction, besides single
 *     commands; small, so that these need not wait long
 * @param maxQueue maximum number of single commands, and of commands of bulk submissions, that wait
 *     in one queue; further ones fail with {@link dev.grapevine.graph.kernel.database.GraphBusy}
 * @param timeout maximum time that a command waits for its batch to start before it fails with
 *     {@code GraphBusy}
 */
@ConfigurationProperties("grapevine.batch")
public record BatchProperties(
        @DefaultValue("0") int count,
        @DefaultValue("256") int maxBatch,
        @DefaultValue("64") int maxBulk,
        @DefaultValue("5000") int maxQueue,
        @DefaultValue("1500ms") Duration timeout) {

    public BatchProperties {
        count = count > 0 ? count : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
