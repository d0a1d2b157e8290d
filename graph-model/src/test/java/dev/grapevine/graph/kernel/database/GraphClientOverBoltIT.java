package dev.grapevine.graph.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.test.context.TestPropertySource;

/** The client of the database, over Bolt as to a server. */
@TestPropertySource(properties = "grapevine.embedded.connection=bolt")
class GraphClientOverBoltIT extends GraphClientIT {

    @Autowired Neo4jConnectionDetails connection;

    @Test
    void goesOverBolt() {
        assertThat(connection.getUri()).hasScheme("bolt");
    }
}
