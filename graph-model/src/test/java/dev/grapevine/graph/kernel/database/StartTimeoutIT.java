package dev.grapevine.graph.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.testing.GraphTest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.transaction.PlatformTransactionManager;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** Calls have more time until all statements are planned. */
@GraphTest
class StartTimeoutIT {

    /** Takes seconds, far longer than the time-out and far less than the one of the start. */
    private static final CypherStatement SLOW =
            new CypherStatement(
                    "test/slow",
                    "UNWIND range(1, 2000000) AS n RETURN count(toString(n)) AS count");

    @Autowired Driver driver;
    @Autowired Neo4jClient client;
    @Autowired DatabaseSelectionProvider database;
    @Autowired Neo4jBookmarkManager bookmarks;
    @Autowired PlatformTransactionManager transactions;
    @Autowired DatabasePing ping;
    @Autowired ObjectProvider<ThreadFactory> databaseThreads;

    @Test
    void isTheTimeoutOfACallBeforeAllStatementsArePlanned() {
        assertThat(count(clientWith(warmup(true)))).isEqualTo(2_000_000);
    }

    @Test
    void isNoLongerTheTimeoutOfACallAfterwards() {
        assertThatThrownBy(() -> count(clientWith(warmup(false)))).isInstanceOf(GraphBusy.class);
    }

    private static int count(GraphClient graph) {
        return graph.read(SLOW, Map.of(), row -> row.get("count").asInt()).getFirst();
    }

    private StatementWarmup warmup(boolean isPending) {
        return new StatementWarmup(driver, database, isPending);
    }

    private GraphClient clientWith(StatementWarmup warmup) {
        var properties =
                new GraphProperties(
                        Duration.ofMillis(50),
                        Duration.ofMinutes(1),
                        80,
                        Duration.ofSeconds(10),
                        1,
                        Duration.ofSeconds(2));
        var meters = new SimpleMeterRegistry();
        return new GraphClient(
                driver,
                client,
                database,
                bookmarks,
                transactions,
                properties,
                warmup,
                new Resilience(properties, ping, meters, databaseThreads),
                meters);
    }
}
