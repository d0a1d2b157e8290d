package dev.grapevine.embedded;

import dev.grapevine.embedded.EmbeddedNeo4jProperties.Connection;
import dev.grapevine.embedded.inprocess.DatabaseThread;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Auto-configuration that starts the embedded database unless {@code spring.neo4j.uri} names a
 * server.
 */
@AutoConfiguration(before = Neo4jAutoConfiguration.class)
@ConditionalOnMissingBean(Neo4jConnectionDetails.class)
@ConditionalOnProperty(name = "spring.neo4j.uri", havingValue = "embedded", matchIfMissing = true)
@EnableConfigurationProperties(EmbeddedNeo4jProperties.class)
class EmbeddedNeo4jConfiguration {

    /** Starts the database; waits until it is open for connections over Bolt, which cannot wait. */
    @Bean
    Neo4jConnectionDetails embeddedNeo4j(EmbeddedNeo4jProperties properties) {
        var credentials = Credentials.in(properties.folder());
        var embedded = EmbeddedNeo4j.start(properties, credentials);
        if (!properties.join() && properties.connection() == Connection.IN_PROCESS) {
            return embedded;
        }
        try {
            return embedded.await();
        } catch (EmbeddedNeo4jException failure) {
            embedded.destroy();
            if (properties.join() && failure instanceof EmbeddedNeo4jException.FolderInUse) {
                return RunningNeo4j.in(properties.folder(), credentials);
            }
            throw failure;
        }
    }

    /**
     * Threads for the work of the database client, which run the statements of the embedded
     * database themselves: platform threads, because a long statement must not hold a carrier of
     * virtual threads.
     */
    @Bean
    ThreadFactory databaseThreads() {
        return DatabaseThread::new;
    }

    /**
     * Lets connections in process wait until the database is open, however long a recovery takes;
     * the database client bounds the time of each call by itself.
     */
    @Bean
    ConfigBuilderCustomizer waitForStart(EmbeddedNeo4jProperties properties) {
        return switch (properties.connection()) {
            case BOLT -> _ -> {};
            case IN_PROCESS -> driver -> driver.withConnectionAcquisitionTimeout(1, TimeUnit.HOURS);
        };
    }
}
