package dev.grapevine.embedded.inprocess;

import org.jspecify.annotations.Nullable;
import org.neo4j.bolt.connection.exception.BoltException;
import org.neo4j.bolt.connection.exception.BoltFailureException;
import org.neo4j.bolt.connection.exception.BoltGqlErrorException;
import org.neo4j.bolt.connection.exception.BoltServiceUnavailableException;
import org.neo4j.bolt.connection.values.Value;
import org.neo4j.bolt.protocol.common.message.Error;
import org.neo4j.boltmessages.response.FailureMetadata;
import org.neo4j.gqlstatus.ErrorGqlStatusObject;
import org.neo4j.graphdb.DatabaseShutdownException;

import java.util.HashMap;
import java.util.Map;

/** Converter of the database's exceptions to those that the driver expects of a connection. */
final class FailureConverter {

    private static final String ACCESS_MODE = "Neo.ClientError.Statement.AccessMode";
    private static final String REQUEST = "Neo.ClientError.Request.Invalid";

    private final ValueConverter values;

    FailureConverter(ValueConverter values) {
        this.values = values;
    }

    /**
     * Converts by the database's own mapping for Bolt, so that codes, GQL status and messages are
     * those of a server.
     */
    Throwable toDriver(Throwable failure) {
        if (failure instanceof BoltException converted) {
            return converted;
        }
        if (failure instanceof DatabaseShutdownException) {
            return new BoltServiceUnavailableException(
                    "The embedded database is stopped.", failure);
        }
        var metadata = Error.from(failure).asBoltMessage().metadata();
        return new BoltFailureException(
                metadata.status().code().serialize(),
                metadata.message(),
                metadata.gqlStatus(),
                metadata.description(),
                diagnostics(metadata),
                cause(metadata.cause()));
    }

    /** Failure of a statement that writes in a session for reading. */
    static BoltFailureException writeInReadMode(String statement) {
        return failure(
                ACCESS_MODE,
                "Writing in read access mode not allowed. Attempted write by: " + statement);
    }

    /** Failure of a message that the state of the connection does not permit. */
    static BoltFailureException invalidRequest(String message) {
        return failure(REQUEST, message);
    }

    private static BoltFailureException failure(String code, String message) {
        return new BoltFailureException(
                code,
                message,
                ErrorGqlStatusObject.DEFAULT_STATUS_CODE,
                ErrorGqlStatusObject.DEFAULT_STATUS_DESCRIPTION,
                Map.of(),
                null);
    }

    private @Nullable BoltGqlErrorException cause(@Nullable FailureMetadata cause) {
        return cause == null
                ? null
                : new BoltGqlErrorException(
                        cause.message(),
                        cause.gqlStatus(),
                        cause.description(),
                        diagnostics(cause),
                        cause(cause.cause()));
    }

    private Map<String, Value> diagnostics(FailureMetadata metadata) {
        var converted = new HashMap<String, Value>();
        metadata.diagnosticRecord()
                .forEach((name, value) -> converted.put(name, values.toDriver(value)));
        return converted;
    }
}
