package dev.grapevine.graph;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

class ArchitectureTests {

    private static final Path SOURCES = Path.of("src/main");

    /** Syntax that only a statement contains; a key word alone may occur in a comment. */
    private static final Pattern CYPHER =
            Pattern.compile(
                    "\\b(MATCH|MERGE|CREATE|UNWIND|DETACH DELETE)\\s*[({\\[$]|\\bRETURN \\w+ AS"
                            + " |\\bSET \\w+\\.\\w+ =");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.grapevine.graph");

    @Test
    void theGraphModelDependsOnNoGraphQlAndNoHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "graphql..",
                        "org.springframework.graphql..",
                        "jakarta.servlet..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "dev.grapevine.api..",
                        "dev.grapevine.embedded..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages =
                CLASSES.getPackage("dev.grapevine.graph").getSubpackagesInTree().stream()
                        .filter(javaPackage -> !javaPackage.getClasses().isEmpty())
                        .toList();
        assertThat(packages)
                .hasSizeGreaterThan(9)
                .allSatisfy(
                        javaPackage ->
                                assertThat(isNullMarked(javaPackage))
                                        .as(javaPackage.getName())
                                        .isTrue());
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(
                        ".*\\.(\\w+\\$)?\\w*(Service|Impl|Manager|Helper|Util|Utils|DTO|Dto|VO)(\\$\\w+)?")
                .orShould()
                .haveNameMatching(".*[.$](Abstract|Base)[A-Z]\\w*")
                .check(CLASSES);
    }

    @Test
    void implementationsStayInTheirModules() {
        classes()
                .that(
                        areNamed("Cypher")
                                .or(areNamed("Cached"))
                                .or(areNamed("Graph").and(areComponents())))
                .and()
                .resideOutsideOfPackage("dev.grapevine.graph.kernel..")
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> areNamed(String prefix) {
        return simpleNameStartingWith(prefix);
    }

    private static DescribedPredicate<CanBeAnnotated> areComponents() {
        return annotatedWith(Component.class);
    }

    @Test
    void cypherLivesInItsOwnFiles() throws IOException {
        var files = files(".java");
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(files)
                .filteredOn(
                        file -> lines(file).stream().anyMatch(line -> CYPHER.matcher(line).find()))
                .isEmpty();
    }

    @Test
    void cypherIsRecognized() {
        assertThat(
                        List.of(
                                "\"MATCH (n) RETURN n\"",
                                "\"MERGE (n:Note)\"",
                                "CREATE (n)",
                                "UNWIND $ids",
                                "\"SET wallet.balance = 1\""))
                .allMatch(line -> CYPHER.matcher(line).find());
    }

    private static List<Path> files(String suffix) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
