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
 * Refuses operations that ask for too much, before any field is fetched. The limits are part of the
 * API's contract; the code of the refusal is {@code LIMIT_EXCEEDED}.
 */
@Component
class OperationLimits extends SimplePerformantInstrumentation {

    static final int DEPTH_MAX = 15;
    static final int COST_MAX = 20_000;
    static final int ALIASES_MAX = 30;
    static final int DIRECTIVES_MAX = 50;
    static final int ROOT_FIELDS_MAX = 20;
    static final int MUTATIONS_MAX = 5;

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        check(parameters.getExecutionContext());
        return super.beginExecuteOperation(parameters, state);
    }

    private static void check(ExecutionContext context) {
        var operation = context.getOperationDefinition();
        var measure = new QueryComplexity(context);
        var size = measure.of(operation.getSelectionSet(), root(context));
        refuseAbove("depth", size.depth(), DEPTH_MAX);
        refuseAbove("cost", size.cost(), COST_MAX);
        refuseAbove("number of aliases", size.aliases(), ALIASES_MAX);
        refuseAbove("number of directives", size.directives(), DIRECTIVES_MAX);
        var isMutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        refuseAbove(
                isMutation ? "number of mutations" : "number of root fields",
                size.topFields(),
                isMutation ? MUTATIONS_MAX : ROOT_FIELDS_MAX);
    }

    private static GraphQLObjectType root(ExecutionContext context) {
        var schema = context.getGraphQLSchema();
        return context.getOperationDefinition().getOperation()
                        == OperationDefinition.Operation.MUTATION
                ? Objects.requireNonNull(schema.getMutationType())
                : schema.getQueryType();
    }

    private static void refuseAbove(String what, long value, long most) {
        if (value > most) {
            throw new AbortExecutionException(
                    "The "
                            + what
                            + " of the operation is "
                            + value
                            + "; at most "
                            + most
                            + " is allowed.");
        }
    }
}
