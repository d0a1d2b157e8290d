package dev.grapevine.embedded.inprocess;

import org.jspecify.annotations.Nullable;
import org.neo4j.bolt.connection.AccessMode;
import org.neo4j.bolt.connection.ResponseHandler;
import org.neo4j.bolt.connection.message.BeginMessage;
import org.neo4j.bolt.connection.message.RunMessage;
import org.neo4j.bolt.connection.values.Value;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.QueryExecutionType.QueryType;
import org.neo4j.graphdb.Result;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.LoginContext;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Transaction of an embedded database with its open results. */
final class InProcessTransaction {

    /** Number that stands for the latest statement in messages of the driver. */
    private static final long LATEST = -1;

    private static final String DEFAULT_DATABASE = "neo4j";

    private final InternalTransaction transaction;
    private final boolean isImplicit;
    private final boolean isReadOnly;
    private final ValueConverter values;
    private final Map<Long, Result> results = new HashMap<>();
    private long latest = LATEST;

    private InProcessTransaction(
            InternalTransaction transaction, AccessMode mode, ValueConverter values) {
        this.transaction = transaction;
        this.isImplicit = transaction.transactionType() == KernelTransaction.Type.IMPLICIT;
        this.isReadOnly = mode == AccessMode.READ;
        this.values = values;
    }

    /** Begins a transaction that lasts until COMMIT or ROLLBACK. */
    static InProcessTransaction begin(
            DatabaseManagementService server, BeginMessage begin, ValueConverter values) {
        refuseImpersonation(begin.impersonatedUser());
        var metadata = values.toDatabase(begin.txMetadata());
        var type = KernelTransaction.Type.EXPLICIT;
        return new InProcessTransaction(
                begin(server, type, begin.databaseName(), begin.txTimeout(), metadata),
                begin.accessMode(),
                values);
    }

    /** Begins a transaction of one statement, which commits with the end of the result. */
    static InProcessTransaction begin(
            DatabaseManagementService server, RunMessage.Extra extra, ValueConverter values) {
        refuseImpersonation(extra.impersonatedUser());
        var metadata = values.toDatabase(extra.txMetadata());
        var type = KernelTransaction.Type.IMPLICIT;
        return new InProcessTransaction(
                begin(server, type, extra.databaseName(), extra.txTimeout(), metadata),
                extra.accessMode(),
                values);
    }

    private static void refuseImpersonation(Optional<String> user) {
        if (user.isPresent()) {
            throw FailureConverter.invalidRequest("Impersonation needs a connection over Bolt.");
        }
    }

    private static InternalTransaction begin(
            DatabaseManagementService server,
            KernelTransaction.Type type,
            Optional<String> database,
            Optional<Duration> timeout,
            Map<String, @Nullable Object> metadata) {
        var service = (GraphDatabaseAPI) server.database(database.orElse(DEFAULT_DATABASE));
        var connection = ClientConnectionInfo.EMBEDDED_CONNECTION;
        var login = LoginContext.AUTH_DISABLED;
        var transaction =
                timeout.isEmpty()
                        ? service.beginTransaction(type, login, connection)
                        : service.beginTransaction(
                                type,
                                login,
                                connection,
                                timeout.get().toMillis(),
                                TimeUnit.MILLISECONDS);
        if (!metadata.isEmpty()) {
            transaction.setMetaData(metadata);
        }
        return transaction;
    }

    /** Runs a statement and tells the handler the columns of its result. */
    void run(RunMessage run, ResponseHandler handler) {
        var result = transaction.execute(run.query(), values.toDatabase(run.parameters()));
        latest++;
        results.put(latest, result);
        if (isReadOnly && writes(result.getQueryExecutionType().queryType())) {
            throw FailureConverter.writeInReadMode(run.query());
        }
        handler.onRunSummary(new Summaries.Run(latest, result.columns()));
    }

    private static boolean writes(QueryType type) {
        return switch (type) {
            case READ_WRITE, WRITE, SCHEMA_WRITE -> true;
            case READ_ONLY, DBMS -> false;
        };
    }

    /**
     * Hands rows to the handler, at most as many as given, or all for -1; the end of its result
     * commits a transaction of one statement. Returns true if the transaction goes on.
     */
    boolean pull(long query, long rows, ResponseHandler handler) {
        var result = result(query);
        var columns = result.columns();
        for (var sent = 0L; sent != rows && result.hasNext(); sent++) {
            handler.onRecord(fields(columns, result.next()));
        }
        if (result.hasNext()) {
            handler.onPullSummary(Summaries.Pull.UNFINISHED);
            return true;
        }
        var metadata = finish(query, result);
        handler.onPullSummary(new Summaries.Pull(false, metadata));
        return !isImplicit;
    }

    /** Drops the remaining rows of a result; otherwise as {@link #pull}. */
    boolean discard(long query, ResponseHandler handler) {
        var metadata = finish(query, result(query));
        handler.onDiscardSummary(() -> metadata);
        return !isImplicit;
    }

    private List<Value> fields(List<String> columns, Map<String, Object> row) {
        var fields = new ArrayList<Value>(columns.size());
        for (var column : columns) {
            fields.add(values.toDriver(row.get(column)));
        }
        return fields;
    }

    private Result result(long query) {
        var result = results.get(query == LATEST ? latest : query);
        if (result == null) {
            throw FailureConverter.invalidRequest("Statement " + query + " has no open result.");
        }
        return result;
    }

    private Map<String, Value> finish(long query, Result result) {
        result.close();
        results.remove(query == LATEST ? latest : query);
        var metadata = Summaries.metadata(result, transaction.getDatabaseName(), values);
        if (isImplicit) {
            commit();
        }
        return metadata;
    }

    void commit() {
        closeResults();
        transaction.commit();
        transaction.close();
    }

    /** Rolls back, unless a failed commit has already done so. */
    void rollBack() {
        if (transaction.isOpen()) {
            closeResults();
            transaction.rollback();
        }
        transaction.close();
    }

    /** Makes the running statement fail soon; from any thread. */
    void terminate() {
        transaction.terminate();
    }

    private void closeResults() {
        results.values().forEach(Result::close);
        results.clear();
    }
}
