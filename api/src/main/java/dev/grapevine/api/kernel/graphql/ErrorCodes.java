package dev.grapevine.api.kernel.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.Map;

/**
 * Sets {@code extensions.code} and one of five classifications on every error, and limits a
 * response to ten errors.
 */
@Component
class ErrorCodes implements WebGraphQlInterceptor {

    private static final int MAX_ERRORS = 10;

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(ErrorCodes::withCodes);
    }

    private static WebGraphQlResponse withCodes(WebGraphQlResponse response) {
        var errors = response.getExecutionResult().getErrors();
        if (errors.isEmpty()) {
            return response;
        }
        var coded = errors.stream().limit(MAX_ERRORS).map(ErrorCodes::withCode).toList();
        return response.transform(builder -> builder.errors(coded));
    }

    /**
     * Returns a message without types of Java and of the parser: graphql-java's own messages that
     * are not in its resource bundles.
     */
    private static String inWords(String message) {
        return message.replaceAll("Expected type 'Map' but was .*", "It must be an input object.")
                .replaceAll(
                        "Expected (?:an? |AST type )?'\\w+' but was '\\w+'\\.+",
                        "It must be a string.")
                .replaceAll("OneOf type field '(.+)' must be non-null\\.", "$1 must not be null.");
    }

    private static GraphQLError withCode(GraphQLError error) {
        Map<String, Object> extensions = new HashMap<>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        var type =
                error instanceof BadFaithIntrospectionError
                        ? ErrorType.ExecutionAborted
                        : error.getErrorType();
        extensions.putIfAbsent("code", code(type));
        extensions.put("classification", classification(type));
        return GraphqlErrorBuilder.newError()
                .message("%s", inWords(String.valueOf(error.getMessage())))
                .locations(error.getLocations())
                .path(error.getPath())
                .extensions(extensions)
                .build();
    }

    private static String code(ErrorClassification type) {
        return switch (type) {
            case ErrorType.InvalidSyntax -> "INVALID_SYNTAX";
            case ErrorType.ValidationError, ErrorType.OperationNotSupported -> "INVALID_DOCUMENT";
            case ErrorType.ExecutionAborted -> "LIMIT_EXCEEDED";
            default -> classification(type);
        };
    }

    private static String classification(ErrorClassification type) {
        return switch (type) {
            case org.springframework.graphql.execution.ErrorType known -> known.name();
            case ErrorType known
                    when known != ErrorType.DataFetchingException
                            && known != ErrorType.NullValueInNonNullableField ->
                    "BAD_REQUEST";
            default -> "INTERNAL_ERROR";
        };
    }
}
