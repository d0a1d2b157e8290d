package dev.grapevine.benchmarks;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.summary.Plan;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The driver alone: what the baselines are made of, and the eye that checks what was written. */
final class Bolt implements AutoCloseable {

    private static final SessionConfig DATABASE = SessionConfig.forDatabase("neo4j");

    private final Driver driver;

    @SuppressWarnings("deprecation")
    Bolt(URI address, String password, int connections) {
        this.driver =
                GraphDatabase.driver(
                        address,
                        AuthTokens.basic("neo4j", password),
                        Config.builder()
                                .withMaxConnectionPoolSize(connections)
                                // Otherwise it puts every message into words.
                                .withLogging(Logging.none())
                                .build());
    }

    List<Record> run(Statement statement, Map<String, Object> parameters) {
        try (var session = driver.session(DATABASE)) {
            return session.run(statement.text(), parameters).list();
        }
    }

    Record one(Statement statement, Map<String, Object> parameters) {
        try (var session = driver.session(DATABASE)) {
            return session.run(statement.text(), parameters).single();
        }
    }

    /**
     * Callers who run a statement in a transaction of its own, one round trip with its commit, and
     * expect one row.
     */
    Load.Opening callers(Statement statement, Supplier<Map<String, Object>> parameters) {
        refuseScans(statement, parameters.get());
        return _ ->
                () -> {
                    one(statement, parameters.get());
                    return 1;
                };
    }

    /** A baseline that misses its index would flatter whatever stands beside it. */
    private void refuseScans(Statement statement, Map<String, Object> parameters) {
        try (var session = driver.session(DATABASE)) {
            var plan = session.run("EXPLAIN " + statement.text(), parameters).consume().plan();
            if (isScan(plan)) {
                throw new IllegalStateException(
                        statement.name() + ".cypher does not find its nodes by an index");
            }
        }
    }

    private static boolean isScan(Plan plan) {
        return plan.operatorType().contains("AllNodesScan")
                || plan.operatorType().contains("ByLabelScan")
                || plan.children().stream().anyMatch(Bolt::isScan);
    }

    String version() {
        return one(Statement.of("neo4j-version"), Map.of()).get("version").asString();
    }

    @Override
    public void close() {
        driver.close();
    }
}
