package dev.grapevine.graph.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import dev.grapevine.graph.testing.GraphTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@GraphTest
class CypherStatementsIT {

    private static final Set<String> COSTLY =
            Set.of(
                    "AllNodesScan",
                    "CartesianProduct",
                    "NodeByLabelScan",
                    "PartitionedAllNodesScan",
                    "PartitionedNodeByLabelScan",
                    "PartitionedUnionNodeByLabelsScan",
                    "UnionNodeByLabelsScan",
                    "DirectedAllRelationshipsScan",
                    "UndirectedAllRelationshipsScan",
                    "DirectedRelationshipTypeScan",
                    "UndirectedRelationshipTypeScan");

    /** Costly operators that a file may contain, with the reason. */
    private static final Map<String, Set<String>> ALLOWED =
            Map.of(
                    // Reads all migrations, which are few, once at the start.
                    "kernel/database/migrations-done", Set.of("NodeByLabelScan"));

    private static final Pattern PARAMETER = Pattern.compile("\\$[A-Za-z]\\w*");

    @Autowired Driver driver;

    /** Cypher file: module and name, header lines, statement. */
    record Statement(String name, List<String> header, String text) {

        static Statement of(Resource file) throws IOException {
            var path = file.getURL().getPath();
            var name =
                    path.substring(
                            path.indexOf("dev/grapevine/graph/") + 20,
                            path.length() - ".cypher".length());
            var lines = file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
            var header = lines.stream().takeWhile(line -> line.startsWith("//")).toList();
            return new Statement(
                    name, header, lines.stream().skip(header.size()).collect(joining("\n")));
        }

        List<String> listed(String label) {
            var prefix = "// " + label + ": ";
            return header.stream()
                    .filter(line -> line.startsWith(prefix))
                    .flatMap(line -> Arrays.stream(line.substring(prefix.length()).split(", ")))
                    .toList();
        }

        String purpose() {
            return header.stream()
                    .takeWhile(line -> !line.matches("// (params|returns): .*"))
                    .map(line -> line.substring(2).strip())
                    .collect(joining(" "));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Statement> statements() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:dev/grapevine/graph/**/*.cypher");
        var statements = new ArrayList<Statement>();
        for (var file : files) {
            statements.add(Statement.of(file));
        }
        return statements;
    }

    @Test
    void areFound() throws IOException {
        assertThat(statements()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void beginWithASentence(Statement statement) {
        assertThat(statement.purpose()).matches("[A-Z].*\\.");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void nameTheParametersThatTheyUse(Statement statement) {
        var used = new TreeSet<String>();
        PARAMETER
                .matcher(statement.text())
                .results()
                .forEach(parameter -> used.add(parameter.group()));
        assertThat(statement.listed("params")).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void nameTheColumnsThatTheyReturn(Statement statement) {
        try (var session = driver.session()) {
            var columns = session.run("EXPLAIN " + statement.text()).keys();
            assertThat(statement.listed("returns")).isEqualTo(columns);
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void holdOneStatement(Statement statement) {
        assertThat(statement.text()).doesNotContain(";").isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void enterTheGraphByAnIndex(Statement statement) {
        assertThat(operators(statement))
                .as(statement.name())
                .filteredOn(COSTLY::contains)
                .filteredOn(
                        operator ->
                                !ALLOWED.getOrDefault(statement.name(), Set.of())
                                        .contains(operator))
                .isEmpty();
    }

    @Test
    void areAllowedOnlyWhatTheyDo() throws IOException {
        var statements = statements();
        ALLOWED.forEach(
                (name, allowed) ->
                        assertThat(statements)
                                .filteredOn(statement -> statement.name().equals(name))
                                .singleElement()
                                .satisfies(
                                        statement ->
                                                assertThat(operators(statement))
                                                        .containsAll(allowed)));
    }

    private List<String> operators(Statement statement) {
        try (var session = driver.session()) {
            var plan = session.run("EXPLAIN " + statement.text()).consume().plan();
            return below(plan).map(part -> part.operatorType().replaceAll("@.*", "")).toList();
        }
    }

    private static Stream<? extends Plan> below(Plan plan) {
        return Stream.concat(
                Stream.of(plan), plan.children().stream().flatMap(CypherStatementsIT::below));
    }
}
