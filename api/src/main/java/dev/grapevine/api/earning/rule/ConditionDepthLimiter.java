package dev.grapevine.api.earning.rule;

import dev.grapevine.graph.earning.rule.Condition;

import graphql.GraphQLContext;
import graphql.execution.values.InputInterceptor;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Limits the depth of conditions in variables, because GraphQL Java coerces input recursively and a
 * deep condition would overflow the stack. Replaces a condition that is too deep by one that
 * slightly exceeds {@link Condition#MAX_DEPTH}, which the validation rejects.
 */
@Component
class ConditionDepthLimiter implements WebGraphQlInterceptor {

    /** Upper bound of the nested objects and lists of a valid condition. */
    private static final int MAX_LEVELS = 3 * Condition.MAX_DEPTH;

    /** Replaces an object or list that is given as an enum value. */
    private static final String INVALID_ENUM_VALUE = "{…}";

    private static final Map<?, ?> TOO_DEEP = createTooDeep();

    private static Map<?, ?> createTooDeep() {
        Map<?, ?> condition = Map.of("hasReferrer", true);
        for (var i = 0; i < Condition.MAX_DEPTH; i++) {
            condition = Map.of("not", condition);
        }
        return condition;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        request.configureExecutionInput(
                (_, builder) ->
                        builder.graphQLContext(
                                        context ->
                                                context.of(
                                                        InputInterceptor.class,
                                                        (InputInterceptor)
                                                                ConditionDepthLimiter::limitDepth))
                                .build());
        return chain.next(request);
    }

    private static @Nullable Object limitDepth(
            @Nullable Object value, GraphQLInputType type, GraphQLContext context, Locale locale) {
        if (type instanceof GraphQLEnumType) {
            // The error message formats the value, which is recursive too.
            return value instanceof Map || value instanceof Collection ? INVALID_ENUM_VALUE : value;
        }
        var isCondition =
                type instanceof GraphQLNamedType named && named.getName().equals("ConditionInput");
        return isCondition && isTooDeep(value) ? TOO_DEEP : value;
    }

    private static boolean isTooDeep(@Nullable Object value) {
        var level = parts(value);
        for (var depth = 0; depth < MAX_LEVELS && !level.isEmpty(); depth++) {
            level = level.stream().flatMap(part -> parts(part).stream()).toList();
        }
        return !level.isEmpty();
    }

    private static List<?> parts(@Nullable Object value) {
        Collection<?> parts =
                switch (value) {
                    case Map<?, ?> members -> members.values();
                    case Collection<?> items -> items;
                    case null, default -> List.of();
                };
        return parts.stream()
                .filter(part -> part instanceof Map || part instanceof Collection)
                .toList();
    }
}
