package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.InputVariants;
import dev.grapevine.api.testing.InputVariants.Variant;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every argument and every field of every input, by variable and as literal, absent, null, of
 * another type and extreme.
 */
@ApiTest
class UnusualInputIT {

    /** Codes of errors that tell the caller what to change. */
    private static final Set<String> INPUT_CODES =
            Set.of("INVALID_DOCUMENT", "INVALID_ARGUMENT", "INVALID_INPUT", "LIMIT_EXCEEDED");

    /** Traces of a machine in a message: classes, syntax trees, grammars, bounds of types. */
    private static final Pattern MACHINE =
            Pattern.compile(
                    "ObjectValue|StringValue|NullValue|WrongType|HashMap|ArrayList|AST type|ANTLR"
                            + "|OneOf|Exception|java\\.|<EOF>|<input>"
                            + "|\\^$|\\{1,|9223372036854775808|@\\[|\\(in container");

    private static final int MAX_MESSAGE = 600;

    @Autowired Api api;

    @Autowired GraphQlSource source;

    private String brand;

    @BeforeEach
    void enrolACustomer() {
        brand = "inputs-" + UUID.randomUUID().toString().substring(0, 8);
        succeed("registerBrand(input: {key: $brand, name: \"Inputs\", idempotencyKey: $key})");
        succeed("enrolCustomer(input: {brand: $brand, externalId: \"ada\", idempotencyKey: $key})");
    }

    private void succeed(String mutation) {
        var document =
                "mutation($brand: String!, $key: ID!) { %s { userErrors { message } } }"
                        .formatted(mutation);
        var variables = Map.of("brand", brand, "key", UUID.randomUUID().toString());
        assertThat(api.data("administrator", document, variables).findValues("message")).isEmpty();
    }

    @Test
    void getsAnErrorInWordsThatTellsTheCallerWhatToChange() {
        var faults = new ArrayList<String>();
        for (var root :
                List.of(source.schema().getMutationType(), source.schema().getQueryType())) {
            for (var field : root.getFieldDefinitions()) {
                if (field.getName().equals("verifyLedger")) {
                    // Without a brand it verifies all, longer than a call may take.
                    continue;
                }
                faults.addAll(
                        InputVariants.of(field, brand).parallelStream()
                                .flatMap(variant -> faults(root, field, variant))
                                .toList());
            }
        }
        assertThat(faults).isEmpty();
    }

    private Stream<String> faults(
            GraphQLObjectType root, GraphQLFieldDefinition field, Variant variant) {
        var operation = root.getName().toLowerCase(Locale.ROOT);
        var types =
                field.getArguments().stream()
                        .map(argument -> "$" + argument.getName() + ": " + print(argument))
                        .collect(joining(", ", "(", ")"));
        var names = field.getArguments().stream().map(GraphQLArgument::getName);
        var byVariable = call(field, names.map(name -> name + ": $" + name));
        var answers = new ArrayList<JsonNode>();
        answers.add(
                api.answer("administrator", operation + types + byVariable, variant.arguments()));
        if ((variant.isRefused() || variant.value() == null) && !variant.arguments().isEmpty()) {
            var literals =
                    field.getArguments().stream()
                            .filter(argument -> variant.arguments().containsKey(argument.getName()))
                            .map(argument -> literal(argument, variant));
            answers.add(api.answer("administrator", operation + call(field, literals), Map.of()));
        }
        return answers.stream()
                .flatMap(answer -> faults(answer, variant.isRefused()))
                .map(fault -> field.getName() + " " + variant.path() + ": " + fault);
    }

    /** Returns the errors that are not in words, or the whole answer if an error is missing. */
    private static Stream<JsonNode> faults(JsonNode answer, boolean isRefused) {
        var errors = answer.findParents("message");
        return isRefused && errors.isEmpty()
                ? Stream.of(answer)
                : errors.stream().filter(UnusualInputIT::isFault);
    }

    private static String print(GraphQLArgument argument) {
        return GraphQLTypeUtil.simplePrint(argument.getType());
    }

    /** Returns the selection of a field, with the user errors of a mutation. */
    private static String call(GraphQLFieldDefinition field, Stream<String> arguments) {
        var errors = "userErrors { code message path }";
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        var selection =
                !(type instanceof GraphQLObjectType payload)
                                || payload.getFieldDefinition("userErrors") == null
                        ? "__typename"
                        : payload.getFieldDefinition("results") == null
                                ? errors
                                : errors + " results { " + errors + " }";
        return arguments.collect(
                joining(", ", " { " + field.getName() + "(", ") { " + selection + " } }"));
    }

    private static String literal(GraphQLArgument argument, Variant variant) {
        var value = variant.arguments().get(argument.getName());
        return argument.getName() + ": " + literal(argument.getType(), value);
    }

    private static String literal(GraphQLType type, @Nullable Object value) {
        var named = GraphQLTypeUtil.unwrapAll(type);
        return switch (value) {
            case Map<?, ?> members ->
                    members.entrySet().stream()
                            .map(member -> literal(named, member))
                            .collect(joining(", ", "{", "}"));
            case List<?> items ->
                    items.stream()
                            .map(item -> literal(type, item))
                            .collect(joining(", ", "[", "]"));
            case String text when !(named instanceof GraphQLEnumType) -> "\"" + text + "\"";
            case null, default -> String.valueOf(value);
        };
    }

    private static String literal(GraphQLType named, Map.Entry<?, ?> member) {
        var name = (String) member.getKey();
        var field = named instanceof GraphQLInputObjectType input ? input.getField(name) : null;
        var type = field == null ? named : field.getType();
        return name + ": " + literal(type, member.getValue());
    }

    private static boolean isFault(JsonNode error) {
        var message = error.path("message").asString();
        var code = error.at("/extensions/code").asString("INVALID_INPUT");
        return !INPUT_CODES.contains(code)
                || message.length() > MAX_MESSAGE
                || MACHINE.matcher(message).find();
    }
}
