package dev.grapevine.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.NamedInterface;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Architecture rules of the API: modules are independent of each other and of the database. */
class ApiModularityTests {

    private static final String GRAPH = "dev.grapevine.graph.";

    private static final JavaClasses API =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.grapevine.api");

    private static final JavaClasses GRAPH_MODEL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.grapevine.graph");

    @Test
    void hasNoIllegalModuleDependencies() {
        var modules =
                ApplicationModules.of(
                        "dev.grapevine.api", location -> !location.contains("/test-classes/"));
        assertThat(modules.stream()).hasSizeGreaterThan(10);
        modules.verify();
    }

    /**
     * A module may use the graph-model module of the same name, the dependencies of that module,
     * the kernel, brand and customer.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "access",
                "activity",
                "badge",
                "brand",
                "contribution",
                "customer",
                "dataimport",
                "demo",
                "earning",
                "engagement",
                "ledger",
                "referral",
                "reward"
            })
    void usesOnlyItsGraphModelModuleAndItsDependencies(String module)
            throws ClassNotFoundException {
        var info = Class.forName(GRAPH + module + ".package-info");
        var dependencies = info.getAnnotation(ApplicationModule.class).allowedDependencies();
        var allowed =
                Stream.concat(
                                Stream.of(module, "kernel", "brand", "customer"),
                                Stream.of(dependencies))
                        .map(name -> GRAPH + name.replaceFirst(" ::.*", "") + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("dev.grapevine.api." + module + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.grapevine.graph..")
                                .and(not(resideInAnyPackage(allowed))))
                .check(API);
    }

    /** A sub-package of a module is public only as a named interface; the kernel is open. */
    @Test
    void usesNoInternalPackageOfTheGraphModel() {
        var internal =
                GRAPH_MODEL.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(
                                it ->
                                        it.getName().substring(GRAPH.length() - 1).lastIndexOf('.')
                                                > 0)
                        .filter(it -> !it.getName().startsWith(GRAPH + "kernel."))
                        .filter(
                                it ->
                                        it.tryGetPackageInfo()
                                                .map(
                                                        info ->
                                                                !info.isAnnotatedWith(
                                                                        NamedInterface.class))
                                                .orElse(true))
                        .map(JavaPackage::getName)
                        .toArray(String[]::new);
        assertThat(internal).contains(GRAPH + "ledger.posting", GRAPH + "ledger.session");
        noClasses().should().dependOnClassesThat().resideInAnyPackage(internal).check(API);
    }

    @Test
    void usesNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.neo4j..", "org.springframework.data..", "dev.grapevine.embedded..")
                .check(API);
    }

    @Test
    void keepsControllersPackagePrivate() {
        classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate().check(API);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access",
                "activity",
                "badge",
                "brand",
                "contribution",
                "customer",
                "earning",
                "engagement",
                "ledger",
                "referral",
                "reward"
            })
    void hasEveryModuleOnBothLayersWithASchemaOfItsOwn(String module) {
        assertThat(Path.of("src/main/java/dev/grapevine/api", module)).isDirectory();
        assertThat(Path.of("../graph-model/src/main/java/dev/grapevine/graph", module))
                .isDirectory();
        assertThat(Path.of("src/main/resources/graphql", module + ".graphqls")).isRegularFile();
    }

    @Test
    void containsNoCypher() throws IOException {
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
