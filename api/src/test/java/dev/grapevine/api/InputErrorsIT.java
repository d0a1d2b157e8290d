package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLTypeUtil;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Input errors of mutations: all invalid fields are reported at once, without regular expressions.
 */
@ApiTest
class InputErrorsIT {

    /** Fields that are looked up, after the validation of the other fields. */
    private static final Set<String> LOOKED_UP = Set.of("brand", "badge", "currency");

    private static final String ERRORS = "userErrors { code message path }";

    @Autowired Api api;

    @Autowired GraphQlSource source;

    @Test
    void reportsEveryInvalidFieldOfEveryMutationAtOnce() {
        var unreported = new ArrayList<String>();
        for (var mutation : source.schema().getMutationType().getFieldDefinitions()) {
            var type = mutation.getArgument("input").getType();
            var input = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(type);
            var isBatch = mutation.getName().matches("recordActivities|awardPointsBatch");
            var errors = errors(mutation.getName(), input, isBatch);
            var reported =
                    errors.stream()
                            .map(error -> error.at("/path/0").asString())
                            .collect(Collectors.toSet());
            var checked = isBatch ? item(input) : input;
            checked.getFields().stream()
                    .filter(InputErrorsIT::canBeInvalid)
                    .map(GraphQLInputObjectField::getName)
                    .filter(name -> !reported.contains(name))
                    .forEach(name -> unreported.add(mutation.getName() + "." + name));
            assertThat(errors)
                    .extracting(error -> error.path("message").asString())
                    .noneMatch(message -> message.contains("^") || message.contains("{1,"));
        }
        assertThat(unreported).isEmpty();
    }

    private List<JsonNode> errors(String mutation, GraphQLInputObjectType input, boolean isBatch) {
        var document =
                "mutation($input: %s!) { %s(input: $input) { %s %s } }"
                        .formatted(
                                input.getName(),
                                mutation,
                                ERRORS,
                                isBatch ? "results { " + ERRORS + " }" : "");
        var payload =
                api.data("administrator", document, Map.of("input", invalid(input))).path(mutation);
        return (isBatch ? payload.at("/results/0") : payload)
                .path("userErrors")
                .valueStream()
                .toList();
    }

    private static GraphQLInputObjectType item(GraphQLInputObjectType batch) {
        return batch.getFields().stream()
                .map(field -> GraphQLTypeUtil.unwrapAll(field.getType()))
                .filter(GraphQLInputObjectType.class::isInstance)
                .map(GraphQLInputObjectType.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static boolean canBeInvalid(GraphQLInputObjectField field) {
        var type = GraphQLTypeUtil.unwrapAll(field.getType()).getName();
        return field.getName().equals("idempotencyKey")
                || (Set.of("String", "Int", "Points", "Decimal", "DateTime").contains(type)
                        && !LOOKED_UP.contains(field.getName()));
    }

    private static Map<String, Object> invalid(GraphQLInputObjectType input) {
        var fields =
                input.isOneOf() ? input.getFields().subList(0, 1) : input.getFieldDefinitions();
        var invalid = new HashMap<String, Object>();
        for (var field : fields) {
            var isRequired = GraphQLTypeUtil.isNonNull(field.getType()) || input.isOneOf();
            if (isRequired || canBeInvalid(field)) {
                invalid.put(field.getName(), invalid(field.getName(), field.getType()));
            }
        }
        return invalid;
    }

    private static Object invalid(String name, GraphQLInputType type) {
        if (GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type))) {
            var item = GraphQLTypeUtil.unwrapOne(GraphQLTypeUtil.unwrapNonNull(type));
            return List.of(invalid(name, (GraphQLInputType) item));
        }
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLInputObjectType input -> invalid(input);
            case GraphQLEnumType values -> values.getValues().getFirst().getName();
            default -> invalidScalar(name, GraphQLTypeUtil.unwrapAll(type).getName());
        };
    }

    private static Object invalidScalar(String name, String type) {
        return switch (type) {
            case "Boolean" -> false;
            case "Int" -> Integer.MAX_VALUE;
            case "Points" -> 1 - (1L << 53);
            case "Decimal" -> "9".repeat(40);
            case "DateTime" -> "2300-01-01T00:00:00Z";
            default -> name.equals("brand") ? "larkspur" : name + "\u0001";
        };
    }
}
