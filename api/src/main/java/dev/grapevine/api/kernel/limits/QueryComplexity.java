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
 * Measures an operation as it will be executed, fragments expanded. Each fragment is measured once,
 * so that fragments that spread fragments cost no more time than they have letters. The document is
 * valid: no fragment spreads itself.
 */
final class QueryComplexity {

    /** How many items a list counts for that has no argument to say so. */
    private static final int LIST_BY_DEFAULT = 10;

    /** The field of a batch's payload that has one item for each of its input. */
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
     * @param cost fields that may be answered, at most 2^31: a page counts for as many items as it
     *     was asked for
     * @param topFields fields of its first level
     */
    record Size(int depth, long cost, long aliases, long directives, long topFields) {

        static final Size NOTHING = new Size(0, 0, 0, 0, 0);

        Size beside(Size other) {
            return new Size(
                    Math.max(depth, other.depth),
                    sum(cost, other.cost),
                    sum(aliases, other.aliases),
                    sum(directives, other.directives),
                    sum(topFields, other.topFields));
        }

        Size below(Field field, long times, long weight) {
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
        var size = Size.NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                size = size.beside(of(selection, parent));
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
            return Size.NOTHING.below(field, 1, 1);
        }
        var definition = Introspection.getFieldDefinition(schema, container, field.getName());
        var type = GraphQLTypeUtil.unwrapAll(definition.getType());
        var selected =
                type instanceof GraphQLCompositeType composite
                        ? of(field.getSelectionSet(), composite)
                        : Size.NOTHING;
        return selected.below(field, times(field, definition, container), weight(definition));
    }

    private Size fragment(String name, GraphQLCompositeType parent) {
        var known = measured.get(name);
        if (known != null) {
            return known;
        }
        var fragment = fragments.get(name);
        var size =
                fragment == null
                        ? Size.NOTHING
                        : of(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent));
        measured.put(name, size);
        return size;
    }

    private GraphQLCompositeType type(
            @Nullable TypeName condition, GraphQLCompositeType otherwise) {
        return condition != null
                        && schema.getType(condition.getName()) instanceof GraphQLCompositeType type
                ? type
                : otherwise;
    }

    /** What the field itself costs, by its directive {@code @cost}; 1 without. */
    private static long weight(GraphQLFieldDefinition definition) {
        return cost(definition, "weight", 1);
    }

    private static int cost(GraphQLFieldDefinition definition, String argument, int otherwise) {
        var cost = definition.getAppliedDirective("cost");
        return cost != null && cost.getArgument(argument).getValue() instanceof Integer value
                ? value
                : otherwise;
    }

    /**
     * How many items a field may answer: what {@code first} says, or {@code maxDepth} for a list
     * that is bounded by it, or the number of {@code ids}. The edges of a connection count with the
     * connection, the results of a batch with the batch; what is wrong with a command is few and
     * known already.
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
                : cost(definition, "items", LIST_BY_DEFAULT);
    }

    /** How many items a batch holds: the length of the longest list of its input. */
    private long batch(Field field, GraphQLFieldDefinition definition) {
        return value(field, definition, "input") instanceof Map<?, ?> input
                ? input.values().stream()
                        .mapToInt(value -> value instanceof List<?> list ? list.size() : 1)
                        .max()
                        .orElse(1)
                : LIST_BY_DEFAULT;
    }

    private long argument(Field field, GraphQLFieldDefinition definition, String name) {
        return switch (value(field, definition, name)) {
            case Integer number -> Math.clamp(number, 1, PageRequest.MAX_FIRST + 1);
            case List<?> list -> Math.max(1, list.size());
            case null, default -> LIST_BY_DEFAULT;
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
