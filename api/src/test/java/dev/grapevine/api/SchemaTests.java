package dev.grapevine.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.graph.kernel.command.NamedRejection;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaPrinter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The schema equals the checked-in snapshot and follows the conventions of mutations. */
@ApiTest
class SchemaTests {

    private static final Path SNAPSHOT = Path.of("src/main/resources/schema.graphqls");

    /** Inputs whose items have idempotency keys. */
    private static final List<String> BATCHES =
            List.of("RecordActivitiesInput", "CancelActivitiesInput", "AwardPointsBatchInput");

    /** Input of a mutation that writes nothing to the database and has no idempotency key. */
    private static final String SIMULATION = "StartRuleSimulationInput";

    /** Code of rejected import rows; no mutation returns the code. */
    private static final String IMPORT_CODE = "ANSWERS_ANOTHER";

    @Autowired GraphQlSource source;

    GraphQLSchema schema;

    @BeforeEach
    void readSchema() {
        schema = source.schema();
    }

    /**
     * Compares the schema with the snapshot. {@code -Dgrapevine.snapshot=write} writes the snapshot
     * after an intended change.
     */
    @Test
    void equalsTheCheckedInSnapshot() throws IOException {
        var printed = new SchemaPrinter().print(schema);
        if ("write".equals(System.getProperty("grapevine.snapshot"))) {
            Files.writeString(SNAPSHOT, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(SNAPSHOT));
    }

    /** Descriptions in the schema files replace those of the scalar library. */
    @Test
    void describesScalarsAsItsFilesDo() {
        assertThat(schema.getAllTypesAsList())
                .filteredOn(
                        type ->
                                type instanceof GraphQLScalarType scalar
                                        && scalar.getDefinition() != null)
                .hasSize(5)
                .allSatisfy(
                        type -> {
                            var scalar = (GraphQLScalarType) type;
                            var definition = Objects.requireNonNull(scalar.getDefinition());
                            assertThat(scalar.getDescription())
                                    .isEqualTo(
                                            Objects.requireNonNull(definition.getDescription())
                                                    .getContent());
                            assertThat(scalar.getSpecifiedByUrl()).startsWith("https://");
                        });
    }

    @Test
    void givesEveryMutationOneInputAndAPayloadWithUserErrors() {
        for (var mutation :
                Objects.requireNonNull(schema.getMutationType()).getFieldDefinitions()) {
            var noun =
                    Character.toUpperCase(mutation.getName().charAt(0))
                            + mutation.getName().substring(1);
            assertThat(mutation.getArguments()).hasSize(1);
            assertThat(GraphQLTypeUtil.simplePrint(mutation.getArgument("input").getType()))
                    .isEqualTo(noun + "Input!");
            assertThat(GraphQLTypeUtil.simplePrint(mutation.getType())).isEqualTo(noun + "Payload");
            var payload = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(mutation.getType());
            assertThat(GraphQLTypeUtil.simplePrint(payload.getField("userErrors").getType()))
                    .isEqualTo("[UserError!]!");
            assertThat(
                            payload.getFieldDefinitions().stream()
                                    .filter(
                                            field ->
                                                    !List.of("userErrors", "isReplay")
                                                            .contains(field.getName())))
                    .allSatisfy(
                            field ->
                                    assertThat(GraphQLTypeUtil.isNonNull(field.getType()))
                                            .isFalse());
        }
    }

    @Test
    void requiresAnIdempotencyKeyExceptForBatches() {
        assertThat(Objects.requireNonNull(schema.getMutationType()).getFieldDefinitions())
                .map(mutation -> GraphQLTypeUtil.unwrapAll(mutation.getArgument("input").getType()))
                .map(GraphQLInputObjectType.class::cast)
                .filteredOn(input -> !BATCHES.contains(input.getName()))
                .filteredOn(input -> !input.getName().equals(SIMULATION))
                .allSatisfy(
                        input ->
                                assertThat(
                                                GraphQLTypeUtil.simplePrint(
                                                        input.getField("idempotencyKey").getType()))
                                        .isEqualTo("ID!"));
    }

    /** A code that is missing in the schema would fail the response that contains the code. */
    @Test
    void declaresEveryRejectionCode() {
        var declared =
                ((GraphQLEnumType) Objects.requireNonNull(schema.getType("UserErrorCode")))
                        .getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
        var codes =
                new ClassFileImporter()
                                .importPackages("dev.grapevine.graph", "dev.grapevine.api")
                                .that(implement(NamedRejection.class))
                                .stream()
                                .filter(JavaClass::isEnum)
                                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                                .map(constant -> ((NamedRejection) constant).code())
                                .filter(code -> !code.equals(IMPORT_CODE))
                                .toList();
        assertThat(codes).hasSizeGreaterThan(20);
        assertThat(declared).containsAll(codes);
    }

    private Stream<GraphQLNamedType> ownTypes() {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(
                        type ->
                                !List.of("String", "Int", "ID", "Boolean", "Float")
                                        .contains(type.getName()));
    }
}
