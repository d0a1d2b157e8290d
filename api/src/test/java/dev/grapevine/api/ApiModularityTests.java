package dev.grapevine.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Rooms of the API never import each other, and never see the database. */
class ApiModularityTests {

    private static final JavaClasses API =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.grapevine.api");

    @Test
    void keepsItsRoomsApart() {
        var rooms =
                ApplicationModules.of(
                        "dev.grapevine.api", location -> !location.contains("/test-classes/"));
        assertThat(rooms.stream()).hasSizeGreaterThan(10);
        rooms.verify();
    }

    /** A room sees the room below it, what that one may see, and the kernel; no other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "brand",
                "customer",
                "engagement",
                "referral",
                "contribution",
                "points",
                "badge",
                "reward",
                "rule",
                "rulebook",
                "earning",
                "partner",
                "community",
                "story"
            })
    void seesOnlyTheRoomBelowAndWhatThatOneMaySee(String room) throws ClassNotFoundException {
        var below = Class.forName("dev.grapevine.graph." + room + ".package-info");
        var seen = below.getAnnotation(ApplicationModule.class).allowedDependencies();
        var allowed =
                Stream.concat(Stream.of(room, "kernel"), Stream.of(seen))
                        .map(name -> "dev.grapevine.graph." + name)
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("dev.grapevine.api." + room)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.grapevine.graph..")
                                .and(not(resideInAnyPackage(allowed))))
                .check(API);
    }

    @Test
    void knowsNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.neo4j..", "org.springframework.data..", "dev.grapevine.embedded..")
                .check(API);
    }

    @Test
    void keepsControllersToThemselves() {
        classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate().check(API);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brand",
                "customer",
                "engagement",
                "referral",
                "contribution",
                "points",
                "badge",
                "reward",
                "rule",
                "rulebook",
                "earning",
                "partner"
            })
    void hasEveryRoomOnBothFloorsWithASchemaOfItsOwn(String room) {
        assertThat(Path.of("src/main/java/dev/grapevine/api", room)).isDirectory();
        assertThat(Path.of("../graph-model/src/main/java/dev/grapevine/graph", room)).isDirectory();
        assertThat(Path.of("src/main/resources/graphql", room + ".graphqls")).isRegularFile();
    }

    @Test
    void holdsNoCypher() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .filter(
                                            file ->
                                                    lines(file).stream()
                                                            .anyMatch(
                                                                    line ->
                                                                            line.contains(
                                                                                    "MATCH ("))))
                    .isEmpty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
