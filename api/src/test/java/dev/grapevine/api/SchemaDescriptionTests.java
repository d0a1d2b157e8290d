package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import graphql.language.DescribedNode;
import graphql.language.Document;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.SDLExtensionDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules for the descriptions in the schema files: each element has one, which is no fragment, has
 * at least {@value #MIN_LENGTH} characters, and describes no other element unless it is listed in
 * {@code tools/source-rules/shared-descriptions.txt}.
 */
class SchemaDescriptionTests {

    private static final Path SCHEMA = Path.of("src/main/resources/graphql");
    private static final Path SHARED = Path.of("../tools/source-rules/shared-descriptions.txt");
    private static final int MIN_LENGTH = 12;

    /** Openings of fragments and of sentences without a subject of their own. */
    private static final Pattern FRAGMENT =
            Pattern.compile(
                    "(who|whose|whom|what|when|where|which|why|how|whether|if|only|it|they|them)"
                            + "\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final List<Element> ELEMENTS = new ArrayList<>();

    /**
     * An element of the schema.
     *
     * @param coordinate file and names from the type down, for example {@code
     *     customer.graphqls/Customer/externalId}
     * @param description empty if the element has none
     */
    private record Element(String coordinate, String description) {}

    @BeforeAll
    static void readSchemaFiles() throws IOException {
        try (var files = Files.list(SCHEMA)) {
            for (var file : files.sorted().toList()) {
                collect(file.getFileName().toString(), parse(file));
            }
        }
    }

    private static Document parse(Path file) throws IOException {
        return Parser.parse(
                ParserEnvironment.newParserEnvironment()
                        .document(Files.readString(file))
                        .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                        .build());
    }

    private static void collect(String parentCoordinate, Node<?> node) {
        var coordinate =
                node instanceof NamedNode<?> named
                        ? parentCoordinate + "/" + named.getName()
                        : parentCoordinate;
        if (node instanceof DescribedNode<?> described
                && !(node instanceof SDLExtensionDefinition)) {
            var description = described.getDescription();
            ELEMENTS.add(
                    new Element(coordinate, description == null ? "" : description.getContent()));
        }
        for (Node<?> child : node.getChildren()) {
            collect(coordinate, child);
        }
    }

    @Test
    void describesEveryElement() {
        assertThat(ELEMENTS).hasSizeGreaterThan(1_000);
        assertThat(ELEMENTS).filteredOn(element -> element.description().isBlank()).isEmpty();
    }

    @Test
    void opensNoDescriptionAsAFragment() {
        assertThat(described())
                .filteredOn(element -> FRAGMENT.matcher(element.description()).matches())
                .isEmpty();
    }

    @Test
    void hasDescriptionsOfMinimumLength() {
        assertThat(described())
                .filteredOn(element -> element.description().length() < MIN_LENGTH)
                .isEmpty();
    }

    @Test
    void repeatsNoDescriptionThatIsNotShared() throws IOException {
        var shared = shared();
        var repeated = coordinatesByDescription();
        repeated.values().removeIf(coordinates -> coordinates.size() == 1);
        repeated.keySet().removeIf(shared::contains);
        assertThat(repeated).isEmpty();
    }

    @Test
    void listsNoSharedDescriptionThatIsNotRepeated() throws IOException {
        var coordinates = coordinatesByDescription();
        assertThat(shared())
                .doesNotHaveDuplicates()
                .allSatisfy(
                        description ->
                                assertThat(coordinates.getOrDefault(description, List.of()))
                                        .as(description)
                                        .hasSizeGreaterThan(1));
    }

    private static Stream<Element> described() {
        return ELEMENTS.stream().filter(element -> !element.description().isBlank());
    }

    private static Map<String, List<String>> coordinatesByDescription() {
        return described()
                .collect(groupingBy(Element::description, mapping(Element::coordinate, toList())));
    }

    private static List<String> shared() throws IOException {
        return Files.readAllLines(SHARED).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
