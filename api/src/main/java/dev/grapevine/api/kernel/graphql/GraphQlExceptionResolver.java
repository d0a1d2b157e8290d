package dev.grapevine.api.kernel.graphql;

import dev.grapevine.api.kernel.InvalidArgument;
import dev.grapevine.api.kernel.InvalidCursor;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphUnavailable;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.OneOfNullValueException;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

import java.util.Map;

/** Maps exceptions of fields to errors with codes; all other exceptions become internal errors. */
@Component
class GraphQlExceptionResolver extends DataFetcherExceptionResolverAdapter {

    GraphQlExceptionResolver() {
        setThreadLocalContextAware(true);
    }

    @Override
    protected @Nullable GraphQLError resolveToSingleError(
            Throwable failure, DataFetchingEnvironment environment) {
        return switch (failure) {
            case InvalidArgument _ ->
                    error(
                            environment,
                            ErrorType.BAD_REQUEST,
                            "INVALID_ARGUMENT",
                            String.valueOf(failure.getMessage()));
            case InvalidCursor _ ->
                    error(
                            environment,
                            ErrorType.BAD_REQUEST,
                            "INVALID_CURSOR",
                            String.valueOf(failure.getMessage()));
            case OneOfNullValueException _ ->
                    error(
                            environment,
                            ErrorType.BAD_REQUEST,
                            "INVALID_DOCUMENT",
                            String.valueOf(failure.getMessage()));
            case GraphUnavailable _ ->
                    error(
                            environment,
                            ErrorType.INTERNAL_ERROR,
                            "GRAPH_UNAVAILABLE",
                            "The database does not respond; repeat the call, a command with the"
                                    + " same idempotency key.");
            case GraphBusy _ ->
                    error(
                            environment,
                            ErrorType.INTERNAL_ERROR,
                            "GRAPH_BUSY",
                            "The database is busy; repeat the call, a command with the same"
                                    + " idempotency key.");
            default -> null;
        };
    }

    private static GraphQLError error(
            DataFetchingEnvironment environment, ErrorType type, String code, String message) {
        return GraphqlErrorBuilder.newError(environment)
                .errorType(type)
                .message(message)
                .extensions(Map.of("code", code))
                .build();
    }
}
