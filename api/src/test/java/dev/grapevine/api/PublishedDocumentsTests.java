package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;

import org.junit.jupiter.api.Test;
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
        return Stream.of(
                        List.of(read(Path.of("src/main/resources/graphiql/welcome.graphql"))),
                        readme(),
                        scripts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> readme() {
        var text = read(Path.of("../README.md"));
        var requests =
                matches(REQUEST, text)
                        .map(request -> JsonMapper.shared().readValue(request, String.class));
        return Stream.concat(matches(BLOCK, text), requests).toList();
    }

    /** Returns the documents of the curl scripts; one of them only defines functions. */
    private static List<String> scripts() throws IOException {
        try (var files = Files.list(Path.of("../client-samples/curl"))) {
            return files.filter(file -> !file.endsWith("grapevine.sh"))
                    .map(
                            file ->
                                    matches(SCRIPT, read(file))
                                            .findFirst()
                                            .orElseThrow(() -> new AssertionError(file)))
                    .toList();
        }
    }

    @Test
    void areFoundInTheReadme() {
        assertThat(readme()).hasSize(2);
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
