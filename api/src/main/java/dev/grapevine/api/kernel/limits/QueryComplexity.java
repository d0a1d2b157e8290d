package dev.grapevine.api.kernel.limits;

import dev.grapevine.graph.kernel.PageRequest;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Calculates the complexity of an operation with its fragments expanded. Each fragment is measured
 * once, so nested fragments take linear time. The document is valid: fragments have no cycles.
 */
final class QueryComplexity {

    /** Assumed number of items of a list without an argument that bounds the list. */
    private static final int DEFAULT_LIST_SIZE = 10;

    /** Name of the field of a batch payload with one item per input item. */
    private static final String RESULTS = "results";

    private final Map<String, FragmentDefinition> fragments;
    private final CoercedVariables variables;
    private final GraphQLSchema schema;
    private final Map<String, Size> measured = new HashMap<>();

    QueryComplexity(ExecutionContext context) {
        this.fragments = context.getFragmentsByName();
        this.variables = context.getCoercedVariables();
        this.schema = context.getGraphQLSchema();
    }

    /**
     * The size of a selection.
     *
     * @param depth levels of fields
     * @param cost number of fields in the response weighted by {@code @cost}, at most 2^31 - 1: a
     *     page counts as the requested number of items
     * @param topFields fields of the first level
     */
    record Size(int depth, long cost, long aliases, long directives, long topFields) {

        static final Size EMPTY = new Size(0, 0, 0, 0, 0);

        Size plus(Size other) {
            return new Size(
                    Math.max(depth, other.depth),
                    sum(cost, other.cost),
                    sum(aliases, other.aliases),
                    sum(directives, other.directives),
                    sum(topFields, other.topFields));
        }

        Size asSelectionOf(Field field, long times, long weight) {
            return new Size(
                    depth + 1,
                    sum(weight, cost * Math.min(times, MAX)),
                    aliases + (field.getAlias() == null ? 0 : 1),
                    directives + field.getDirectives().size(),
                    1);
        }

        private static final long MAX = Integer.MAX_VALUE;

        private static long sum(long one, long other) {
            return Math.min(one + other, MAX);
        }
    }

    Size of(@Nullable SelectionSet selections, GraphQLCompositeType parent) {
        var size = Size.EMPTY;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                size = size.plus(of(selection, parent));
            }
        }
        return size;
    }

    private Size of(Selection<?> selection, GraphQLCompositeType parent) {
        return switch (selection) {
            case Field field -> of(field, parent);
            case InlineFragment fragment ->
                    of(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent));
            case FragmentSpread spread -> fragment(spread.getName(), parent);
            default -> throw new IllegalStateException("Not a selection: " + selection);
        };
    }

    private Size of(Field field, GraphQLCompositeType parent) {
        if (!(parent instanceof GraphQLFieldsContainer container)) {
            return Size.EMPTY.asSelectionOf(field, 1, 1);
        }
        var definition = Introspection.getFieldDefinition(schema, container, field.getName());
        var type = GraphQLTypeUtil.unwrapAll(definition.getType());
        var selected =
                type instanceof GraphQLCompositeType composite
                        ? of(field.getSelectionSet(), composite)
                        : Size.EMPTY;
        return selected.asSelectionOf(
                field, times(field, definition, container), weight(definition));
    }

    private Size fragment(String name, GraphQLCompositeType parent) {
        var known = measured.get(name);
        if (known != null) {
            return known;
        }
        var fragment = fragments.get(name);
        var size =
                fragment == null
                        ? Size.EMPTY
                        : of(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent));
        measured.put(name, size);
        return size;
    }

    private GraphQLCompositeType type(
            @Nullable TypeName condition, GraphQLCompositeType defaultValue) {
        return condition != null
                        && schema.getType(condition.getName()) instanceof GraphQLCompositeType type
                ? type
                : defaultValue;
    }

    /** Returns the cost of the field itself: the weight in its directive {@code @cost}, or 1. */
    private static long weight(GraphQLFieldDefinition definition) {
        return cost(definition, "weight", 1);
    }

    private static int cost(GraphQLFieldDefinition definition, String argument, int defaultValue) {
        var cost = definition.getAppliedDirective("cost");
        return cost != null && cost.getArgument(argument).getValue() instanceof Integer value
                ? value
                : defaultValue;
    }

    /**
     * Returns the maximum number of items of a field: {@code first}, or {@code maxDepth} where the
     * list is bounded by a depth, or the number of {@code ids}. Returns 1 for the edges of a
     * connection and the results of a batch, which are counted with their parent, and for {@code
     * userErrors}, which are few and need no look-up.
     */
    private long times(
            Field field, GraphQLFieldDefinition definition, GraphQLFieldsContainer parent) {
        var type = GraphQLTypeUtil.unwrapAll(definition.getType());
        if (type instanceof GraphQLObjectType payload && payload.getField(RESULTS) != null) {
            return batch(field, definition);
        }
        if (field.getName().equals(RESULTS) || type.getName().equals("UserError")) {
            return 1;
        }
        if (definition.getArgument("first") != null) {
            return value(field, definition, "first") instanceof Integer first
                    ? Math.clamp(first, 1, PageRequest.MAX_FIRST + 1)
                    : PageRequest.DEFAULT_FIRST;
        }
        var isList = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        if (!isList
                || parent.getName().endsWith("Connection")
                || parent.getName().startsWith("__")) {
            return 1;
        }
        if (definition.getArgument("maxDepth") != null) {
            return argument(field, definition, "maxDepth");
        }
        return definition.getArgument("ids") != null
                ? argument(field, definition, "ids")
                : cost(definition, "items", DEFAULT_LIST_SIZE);
    }

    /** Returns the number of items of a batch: the length of the longest list in its input. */
    private long batch(Field field, GraphQLFieldDefinition definition) {
        return value(field, definition, "input") instanceof Map<?, ?> input
                ? input.values().stream()
                        .mapToInt(value -> value instanceof List<?> list ? list.size() : 1)
                        .max()
                        .orElse(1)
                : DEFAULT_LIST_SIZE;
    }

    private long argument(Field field, GraphQLFieldDefinition definition, String name) {
        return switch (value(field, definition, name)) {
            case Integer number -> Math.clamp(number, 1, PageRequest.MAX_FIRST + 1);
            case List<?> list -> Math.max(1, list.size());
            case null, default -> DEFAULT_LIST_SIZE;
        };
    }

    private @Nullable Object value(Field field, GraphQLFieldDefinition definition, String name) {
        return ValuesResolver.getArgumentValues(
                        definition.getArguments(),
                        field.getArguments(),
                        variables,
                        GraphQLContext.getDefault(),
                        Locale.ROOT)
                .get(name);
    }
}
