package dev.grapevine.api.kernel.limits;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Objects;

/**
 * Rejects operations that exceed the limits, before any field is fetched; error code {@code
 * LIMIT_EXCEEDED}. The limits are part of the contract of the API.
 */
@Component
class OperationLimits extends SimplePerformantInstrumentation {

    static final int MAX_DEPTH = 15;
    static final int MAX_COST = 20_000;
    static final int MAX_ALIASES = 30;
    static final int MAX_DIRECTIVES = 50;
    static final int MAX_ROOT_FIELDS = 20;
    static final int MAX_MUTATIONS = 5;

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        check(parameters.getExecutionContext());
        return super.beginExecuteOperation(parameters, state);
    }

    private static void check(ExecutionContext context) {
        var operation = context.getOperationDefinition();
        var complexity = new QueryComplexity(context);
        var size = complexity.of(operation.getSelectionSet(), root(context));
        rejectAbove("depth", size.depth(), MAX_DEPTH);
        rejectAbove("cost", size.cost(), MAX_COST);
        rejectAbove("number of aliases", size.aliases(), MAX_ALIASES);
        rejectAbove("number of directives", size.directives(), MAX_DIRECTIVES);
        var isMutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        rejectAbove(
                isMutation ? "number of mutations" : "number of root fields",
                size.topFields(),
                isMutation ? MAX_MUTATIONS : MAX_ROOT_FIELDS);
    }

    private static GraphQLObjectType root(ExecutionContext context) {
        var schema = context.getGraphQLSchema();
        return context.getOperationDefinition().getOperation()
                        == OperationDefinition.Operation.MUTATION
                ? Objects.requireNonNull(schema.getMutationType())
                : schema.getQueryType();
    }

    private static void rejectAbove(String measure, long value, long max) {
        if (value > max) {
            throw new AbortExecutionException(
                    "The "
                            + measure
                            + " of the operation is "
                            + value
                            + "; at most "
                            + max
                            + " is allowed.");
        }
    }
}
