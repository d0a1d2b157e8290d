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

import java.time.Clock;
import java.util.Set;

/**
 * Configuration of the access to the database: one clock, one bookmark manager for repositories and
 * statements, one transaction manager.
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
     * Configures SLF4J logging of the driver. The default formats every message with all parameters
     * even if it is not logged; the deprecated option is the only alternative so far.
     */
    @Bean
    @SuppressWarnings("deprecation")
    ConfigBuilderCustomizer driverLogging() {
        return driver -> driver.withLogging(Logging.slf4j());
    }

    /**
     * Creates the bookmark manager, shared so that in a cluster every read sees the writes of this
     * process, by repositories and by statements.
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
}
