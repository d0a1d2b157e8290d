package dev.grapevine.embedded.inprocess;

import org.neo4j.bolt.connection.summary.PullSummary;
import org.neo4j.bolt.connection.summary.RunSummary;
import org.neo4j.bolt.connection.values.Value;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.QueryExecutionType.QueryType;
import org.neo4j.graphdb.QueryStatistics;
import org.neo4j.graphdb.Result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Summaries of statements, with the metadata that the driver reads from a server's answer. */
final class Summaries {

    private Summaries() {}

    /** Beginning of a result. */
    record Run(long queryId, List<String> keys) implements RunSummary {

        @Override
        public long resultAvailableAfter() {
            return -1;
        }

        @Override
        public Optional<String> databaseName() {
            return Optional.empty();
        }
    }

    /** End of a result, or of a part of it. */
    record Pull(boolean hasMore, Map<String, Value> metadata) implements PullSummary {
        static final Pull UNFINISHED = new Pull(true, Map.of());
    }

    /** Returns the metadata of a finished result: database, type, counters and plan. */
    static Map<String, Value> metadata(Result result, String database, ValueConverter values) {
        var execution = result.getQueryExecutionType();
        var metadata = new HashMap<String, Value>();
        metadata.put("db", values.toDriver(database));
        metadata.put("type", values.toDriver(code(execution.queryType())));
        var counters = counters(result.getQueryStatistics());
        if (!counters.isEmpty()) {
            metadata.put("stats", values.toDriver(counters));
        }
        if (execution.requestedExecutionPlanDescription()) {
            metadata.put(
                    execution.isProfiled() ? "profile" : "plan",
                    values.toDriver(plan(result.getExecutionPlanDescription())));
        }
        return metadata;
    }

    private static String code(QueryType type) {
        return switch (type) {
            case READ_ONLY, DBMS -> "r";
            case READ_WRITE -> "rw";
            case WRITE -> "w";
            case SCHEMA_WRITE -> "s";
        };
    }

    private static Map<String, Object> counters(QueryStatistics statistics) {
        var counters = new HashMap<String, Object>();
        if (statistics.containsUpdates()) {
            counters.put("nodes-created", statistics.getNodesCreated());
            counters.put("nodes-deleted", statistics.getNodesDeleted());
            counters.put("relationships-created", statistics.getRelationshipsCreated());
            counters.put("relationships-deleted", statistics.getRelationshipsDeleted());
            counters.put("properties-set", statistics.getPropertiesSet());
            counters.put("labels-added", statistics.getLabelsAdded());
            counters.put("labels-removed", statistics.getLabelsRemoved());
            counters.put("indexes-added", statistics.getIndexesAdded());
            counters.put("indexes-removed", statistics.getIndexesRemoved());
            counters.put("constraints-added", statistics.getConstraintsAdded());
            counters.put("constraints-removed", statistics.getConstraintsRemoved());
            counters.put("contains-updates", true);
        }
        if (statistics.containsSystemUpdates()) {
            counters.put("system-updates", statistics.getSystemUpdates());
        }
        return counters;
    }

    private static Map<String, Object> plan(ExecutionPlanDescription description) {
        var plan = new HashMap<String, Object>();
        plan.put("operatorType", description.getName());
        plan.put("args", description.getArguments());
        plan.put("identifiers", List.copyOf(description.getIdentifiers()));
        plan.put("children", description.getChildren().stream().map(Summaries::plan).toList());
        if (description.hasProfilerStatistics()) {
            var profile = description.getProfilerStatistics();
            plan.put("rows", profile.hasRows() ? profile.getRows() : 0L);
            plan.put("dbHits", profile.hasDbHits() ? profile.getDbHits() : 0L);
        }
        return plan;
    }
}
