package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** GraphQL documents that newcomers see first are valid against the checked-in schema. */
class PublishedDocumentsTests {

    private static final GraphQLSchema SCHEMA =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(
                    new SchemaParser()
                            .parse(Path.of("src/main/resources/schema.graphqls").toFile()));

    private static final Pattern BLOCK = Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REQUEST = Pattern.compile("\"query\": (\".*\") }'");
    private static final Pattern SCRIPT =
            Pattern.compile("call '((?:query|mutation) .*?)'", Pattern.DOTALL);

    static List<String> documents() throws IOException {
        var readme = Files.readString(Path.of("../README.md"));
        try (var scripts = Files.list(Path.of("../client-samples/curl"))) {
            return Stream.of(
                            Stream.of(
                                    Files.readString(
                                            Path.of(
                                                    "src/main/resources/graphiql/welcome.graphql"))),
                            matches(BLOCK, readme),
                            matches(REQUEST, readme)
                                    .map(text -> JsonMapper.shared().readValue(text, String.class)),
                            scripts.toList().stream()
                                    .map(PublishedDocumentsTests::read)
                                    .flatMap(text -> matches(SCRIPT, text)))
                    .flatMap(stream -> stream)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void areValid(String document) {
        var errors = new Validator().validateDocument(SCHEMA, Parser.parse(document), Locale.ROOT);
        assertThat(errors).isEmpty();
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
