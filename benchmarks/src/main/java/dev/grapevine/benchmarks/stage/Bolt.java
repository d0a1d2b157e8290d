package dev.grapevine.benchmarks.stage;

import dev.grapevine.benchmarks.load.Load;

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

/** Access to the database by the driver alone, for baselines and for checks of the written data. */
public final class Bolt implements AutoCloseable {

    private static final SessionConfig DATABASE = SessionConfig.forDatabase("neo4j");

    private final Driver driver;

    @SuppressWarnings("deprecation")
    public Bolt(URI address, String password, int connections) {
        this.driver =
                GraphDatabase.driver(
                        address,
                        AuthTokens.basic("neo4j", password),
                        Config.builder()
                                .withMaxConnectionPoolSize(connections)
                                // The default formats every message even if it is not logged.
                                .withLogging(Logging.none())
                                .build());
    }

    public List<Record> run(Statement statement, Map<String, Object> parameters) {
        try (var session = driver.session(DATABASE)) {
            return session.run(statement.text(), parameters).list();
        }
    }

    public Record one(Statement statement, Map<String, Object> parameters) {
        try (var session = driver.session(DATABASE)) {
            return session.run(statement.text(), parameters).single();
        }
    }

    /**
     * Returns callers that run a statement, which returns one row, in an auto-commit transaction:
     * one round trip.
     *
     * @throws IllegalStateException if the plan of the statement has a scan
     */
    public Load.CallerFactory callers(
            Statement statement, Supplier<Map<String, Object>> parameters) {
        requireIndexes(statement, parameters.get());
        return _ ->
                () -> {
                    one(statement, parameters.get());
                    return 1;
                };
    }

    /** Rejects a statement without index: a slow baseline would falsify the comparison. */
    private void requireIndexes(Statement statement, Map<String, Object> parameters) {
        try (var session = driver.session(DATABASE)) {
            var plan = session.run("EXPLAIN " + statement.text(), parameters).consume().plan();
            if (isScan(plan)) {
                throw new IllegalStateException(
                        statement.name() + ".cypher has a plan with a scan instead of an index");
            }
        }
    }

    private static boolean isScan(Plan plan) {
        return plan.operatorType().contains("AllNodesScan")
                || plan.operatorType().contains("ByLabelScan")
                || plan.children().stream().anyMatch(Bolt::isScan);
    }

    public String version() {
        return one(Statement.of("neo4j-version"), Map.of()).get("version").asString();
    }

    @Override
    public void close() {
        driver.close();
    }
}
