package dev.grapevine.graph.kernel.database;

import dev.grapevine.graph.kernel.batch.BatchProperties;


import org.neo4j.driver.Driver;
import org.neo4j.driver.Logging;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.data.neo4j.repository.config.EnableNeo4jRepositories;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.Set;

/**
 * Wires the door: one clock, one set of bookmarks for repositories and statements, one kind of
 * transaction.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GraphProperties.class, BatchProperties.class})
@EnableNeo4jRepositories("dev.grapevine.graph")
@EnableScheduling
class DatabaseConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * The driver's own choice puts every message into words, with all parameters, for nobody; there
     * is no way yet to say so but the old one.
     */
    @Bean
    @SuppressWarnings("deprecation")
    ConfigBuilderCustomizer driverLogging() {
        return driver -> driver.withLogging(Logging.slf4j());
    }

    /**
     * Shared, so that in a cluster whoever reads sees what this process has written, by whichever
     * road.
     */
    @Bean
    Neo4jBookmarkManager bookmarkManager() {
        return Neo4jBookmarkManager.create(Set::of);
    }

    @Bean
    Neo4jTransactionManager transactionManager(
            Driver driver, DatabaseSelectionProvider database, Neo4jBookmarkManager bookmarks) {
        return Neo4jTransactionManager.with(driver)
                .withDatabaseSelectionProvider(database)
                .withBookmarkManager(bookmarks)
                .build();
    }

    @Bean
    TransactionTemplate transactionTemplate(
            Neo4jTransactionManager transactions, GraphProperties properties) {
        var template = new TransactionTemplate(transactions);
        template.setTimeout((int) properties.timeout().plusMillis(999).toSeconds());
        return template;
    }
}
