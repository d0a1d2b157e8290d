package dev.grapevine.api.testing;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLTypeUtil;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Unusual arguments of a root field, generated from the schema: all values are usual but one, at
 * any depth, which is absent, null, of another type, extreme, or a text that cannot be seen. An
 * input object inside one of its own type has only members that are absent or null.
 */
public final class InputVariants {

    private static final Object ABSENT = new Object();

    /** Values that are of no type of the schema. */
    private static final List<Object> OF_NO_TYPE = List.of(List.of(List.of()), Map.of("x", 1));

    private static final List<Object> OF_OTHER_TYPES = List.of(7, "seven");

    private static final List<Object> WHOLE_NUMBERS =
            List.of(0, -1, (1L << 53) - 1, -(1L << 53), 1e300, 10.0, 10.5);

    private static final List<Object> DECIMALS =
            List.of("0", "-1", "1e-40", "1e999999999", "9".repeat(40), "");

    private static final List<Object> TIMES =
            List.of("0001-01-01T00:00:00Z", "2190-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "");

    private static final List<Object> TEXTS =
            List.of(
                    "",
                    " \u2003",
                    "a\u200bda",
                    "\u0000",
                    "\ud800",
                    "👩‍🚀",
                    "a'b\"c\\",
                    "(".repeat(5_000),
                    "x".repeat(100_000));

    private final String brand;
    private final List<Variant> variants = new ArrayList<>();

    private InputVariants(String brand) {
        this.brand = brand;
    }

    /**
     * Arguments of a call.
     *
     * @param path path of the unusual value
     * @param value the unusual value; null also if it is absent
     * @param isRefused true if no call may take the value, whatever else it has
     */
    public record Variant(
            List<String> path,
            @Nullable Object value,
            boolean isRefused,
            Map<String, Object> arguments) {}

    /**
     * Returns the variants of the arguments of a field.
     *
     * @param brand key of the brand that usual arguments name
     */
    public static List<Variant> of(GraphQLFieldDefinition field, String brand) {
        var inputs = new InputVariants(brand);
        for (var argument : field.getArguments()) {
            inputs.add(
                    List.of(argument.getName()),
                    argument.getType(),
                    isRequired(argument.getType(), argument.hasSetDefaultValue()),
                    List.of(),
                    value -> inputs.arguments(field, argument, value));
        }
        return inputs.variants;
    }

    /**
     * Adds the variants of a value and of its members.
     *
     * @param isRequired true if the value must not be absent
     * @param outer types of the input objects around the value
     * @param arguments makes the arguments of a call with a value at this place
     */
    private void add(
            List<String> path,
            GraphQLInputType type,
            boolean isRequired,
            List<GraphQLInputObjectType> outer,
            Function<Object, Map<String, Object>> arguments) {
        var isNonNull = isRequired || GraphQLTypeUtil.isNonNull(type);
        variants.add(new Variant(path, null, isRequired, arguments.apply(ABSENT)));
        variants.add(new Variant(path, null, isNonNull, arguments.apply(null)));
        var isNested = outer.size() > outer.stream().distinct().count();
        if (!isNested) {
            // graphql-java takes every value of a variable for an ID, as a text.
            var isId = GraphQLTypeUtil.unwrapAll(type).equals(Scalars.GraphQLID);
            OF_NO_TYPE.forEach(
                    value -> variants.add(new Variant(path, value, !isId, arguments.apply(value))));
            unusual(path.getLast(), type)
                    .forEach(
                            value ->
                                    variants.add(
                                            new Variant(
                                                    path, value, false, arguments.apply(value))));
        }
        if (GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input && !isNested) {
            for (var member : input.getFields()) {
                add(
                        with(path, member.getName()),
                        member.getType(),
                        input.isOneOf()
                                || isRequired(member.getType(), member.hasSetDefaultValue()),
                        with(outer, input),
                        value -> {
                            var object = object(input, member, value);
                            return arguments.apply(isList(type) ? List.of(object) : object);
                        });
            }
        }
    }

    private static <T> List<T> with(List<T> items, T last) {
        var all = new ArrayList<>(items);
        all.add(last);
        return all;
    }

    private static boolean isRequired(GraphQLInputType type, boolean hasDefault) {
        return GraphQLTypeUtil.isNonNull(type) && !hasDefault;
    }

    private static boolean isList(GraphQLInputType type) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
    }

    private List<Object> unusual(String name, GraphQLInputType type) {
        var unusual = new ArrayList<>(OF_OTHER_TYPES);
        var scalars = unusualScalars(GraphQLTypeUtil.unwrapAll(type).getName());
        if (isList(type)) {
            var plain = GraphQLTypeUtil.unwrapNonNull(type);
            var item = usual(name, (GraphQLInputType) GraphQLTypeUtil.unwrapOne(plain));
            scalars.forEach(value -> unusual.add(List.of(value)));
            unusual.add(Collections.singletonList(null));
            unusual.add(List.of(item, item));
            unusual.add(Collections.nCopies(1_001, item));
        } else {
            unusual.addAll(scalars);
        }
        return unusual;
    }

    private static List<Object> unusualScalars(String type) {
        return switch (type) {
            case "Int", "Points", "Long" -> WHOLE_NUMBERS;
            case "Decimal" -> DECIMALS;
            case "DateTime", "Date" -> TIMES;
            case "String", "ID" -> TEXTS;
            default -> List.of();
        };
    }

    private Map<String, Object> arguments(
            GraphQLFieldDefinition field, GraphQLArgument varied, @Nullable Object value) {
        var arguments = new LinkedHashMap<String, Object>();
        for (var argument : field.getArguments()) {
            var isVaried = argument.equals(varied);
            put(arguments, argument.getName(), argument.getType(), isVaried, value);
        }
        return arguments;
    }

    private Map<String, Object> object(
            GraphQLInputObjectType input,
            @Nullable GraphQLInputObjectField varied,
            @Nullable Object value) {
        var members = new LinkedHashMap<String, Object>();
        for (var member : input.getFields()) {
            var isVaried = member.equals(varied);
            put(members, member.getName(), member.getType(), isVaried, value);
        }
        return members;
    }

    private void put(
            Map<String, Object> values,
            String name,
            GraphQLInputType type,
            boolean isVaried,
            @Nullable Object value) {
        if (isVaried && value != ABSENT) {
            values.put(name, value);
        } else if (!isVaried && GraphQLTypeUtil.isNonNull(type)) {
            values.put(name, usual(name, type));
        }
    }

    private Object usual(String name, GraphQLInputType type) {
        var plain = (GraphQLInputType) GraphQLTypeUtil.unwrapNonNull(type);
        if (isList(plain)) {
            return List.of(usual(name, (GraphQLInputType) GraphQLTypeUtil.unwrapOne(plain)));
        }
        return switch (plain) {
            case GraphQLInputObjectType input when input.isOneOf() -> oneOf(input);
            case GraphQLInputObjectType input -> object(input, null, ABSENT);
            case GraphQLEnumType values -> values.getValues().getFirst().getName();
            default -> usualScalar(name, GraphQLTypeUtil.unwrapAll(plain).getName());
        };
    }

    /** Returns the input with its first member that is not of its own type. */
    private Map<String, Object> oneOf(GraphQLInputObjectType input) {
        var first =
                input.getFields().stream()
                        .filter(member -> GraphQLTypeUtil.unwrapAll(member.getType()) != input)
                        .findFirst()
                        .orElseThrow();
        return object(input, first, usual(first.getName(), first.getType()));
    }

    private Object usualScalar(String name, String type) {
        return switch (type) {
            case "Boolean" -> false;
            case "Int", "Points", "Long" -> 1;
            case "Decimal" -> "1.5";
            case "DateTime" -> "2026-01-01T00:00:00Z";
            case "Date" -> "2026-01-01";
            default ->
                    switch (name) {
                        case "brand" -> brand;
                        case "externalId" -> "ada";
                        case "key", "idempotencyKey" -> "v-" + UUID.randomUUID();
                        case "kind" -> "order.completed";
                        default -> "usual";
                    };
        };
    }
}
