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
 * Keeps variables from going deeper than the stack: GraphQL reads them from level to level by
 * recursion, and a condition is the one input that holds its own kind. In the place of one that is
 * far too deep it gets one that is a little too deep, which is refused like any other.
 */
@Component
class ConditionDepthLimiter implements WebGraphQlInterceptor {

    /** More levels of objects and lists than any condition has that may be. */
    private static final int LEVELS_MAX = 3 * Condition.MAX_DEPTH;

    /** Stands for an object where there should be the name of a constant. */
    private static final String NO_NAME = "{…}";

    private static final Map<?, ?> TOO_DEEP = tooDeep();

    private static Map<?, ?> tooDeep() {
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
                                                                ConditionDepthLimiter::shallow))
                                .build());
        return chain.next(request);
    }

    private static @Nullable Object shallow(
            @Nullable Object value, GraphQLInputType type, GraphQLContext context, Locale locale) {
        if (type instanceof GraphQLEnumType) {
            // Its error repeats the value, which takes as much of the stack.
            return value instanceof Map || value instanceof Collection ? NO_NAME : value;
        }
        var isCondition =
                type instanceof GraphQLNamedType named && named.getName().equals("ConditionInput");
        return isCondition && isDeep(value) ? TOO_DEEP : value;
    }

    private static boolean isDeep(@Nullable Object value) {
        var level = parts(value);
        for (var depth = 0; depth < LEVELS_MAX && !level.isEmpty(); depth++) {
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
