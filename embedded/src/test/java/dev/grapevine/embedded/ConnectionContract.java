package dev.grapevine.embedded;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.grapevine.embedded.EmbeddedNeo4jProperties.Connection;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/**
 * Contract of the driver's connection to the embedded database: each test runs in process and over
 * Bolt.
 */
@ParameterizedClass
@EnumSource(Connection.class)
@ExtendWith(SharedServer.class)
@Timeout(60)
abstract class ConnectionContract {

    final String key = UUID.randomUUID().toString();

    @Parameter Connection connection;

    Driver driver;

    @BeforeEach
    void open() {
        var address = SharedServer.server().getUri();
        driver =
                switch (connection) {
                    case IN_PROCESS -> GraphDatabase.driver(address);
                    case BOLT ->
                            GraphDatabase.driver(
                                    URI.create("bolt://" + address.getAuthority()),
                                    SharedServer.server().getAuthToken());
                };
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /** Creates a node with the key of the test. */
    void create() {
        try (var session = driver.session()) {
            session.run("CREATE (:Thing {key: $key})", Map.of("key", key)).consume();
        }
    }

    /** Returns the number of committed nodes with the key of the test. */
    int count() {
        return value("MATCH (t:Thing {key: $key}) RETURN count(t) AS value", Map.of("key", key))
                .asInt();
    }

    Value value(String statement, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            return session.run(statement, parameters).single().get("value");
        }
    }

    /** Returns the code of the error that a statement ends with. */
    static String code(ThrowingCallable statement) {
        return catchThrowableOfType(Neo4jException.class, statement).code();
    }
}
