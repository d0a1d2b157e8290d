package dev.grapevine.graph.testing;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.neo4j.Neo4jContainer;

/** The container, where it was asked for; otherwise the embedded database starts by itself. */
@Configuration(proxyBeanMethods = false)
public class Neo4jForTests {

    /** The image, the same version as the embedded database. */
    static final String IMAGE = "neo4j:2026.08.1";

    @Bean
    @ServiceConnection
    @ConditionalOnProperty(name = "grapevine.test.neo4j", havingValue = "container")
    Neo4jContainer neo4j() {
        return new Neo4jContainer(IMAGE);
    }
}
