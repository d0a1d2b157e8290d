package dev.grapevine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.grapevine.graph.access.RegisterPartner;
import dev.grapevine.graph.earning.config.SpecJson;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.kernel.Sha256;
import dev.grapevine.graph.kernel.command.BrandCommand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.CanonicalJson;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.testing.Golden;
import dev.grapevine.graph.testing.Samples;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is stored or hashed does not depend on the names of classes and record components. */
class StoredFormsTests {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.grapevine.graph");

    private static final List<Class<?>> SPECS =
            List.of(RuleSpec.class, EarningLimit.class, TierSet.class, BadgeCriteria.class);

    private static final List<Class<?>> PARTS = List.of(Condition.class, PointsFormula.class);

    @Test
    void inputHashesCoverTheSameTextsAsBefore() throws IOException {
        Golden.assertSame(
                "stored-forms/commands.txt",
                commands()
                        .map(command -> command.operation() + " " + CanonicalJson.of(command))
                        .sorted()
                        .toList());
    }

    @Test
    void specsAreStoredInTheSameFormAsBefore() throws IOException {
        var parts = PARTS.stream().flatMap(part -> Arrays.stream(part.getPermittedSubclasses()));
        Golden.assertSame(
                "stored-forms/specs.txt",
                Stream.concat(SPECS.stream(), parts)
                        .map(type -> SpecJson.of(Samples.of(type)))
                        .toList());
    }

    @Test
    void enumConstantsAreStoredUnderTheSameNamesAsBefore() throws IOException {
        Golden.assertSame(
                "stored-forms/enums.txt",
                CLASSES.stream()
                        .filter(it -> !it.isAssignableTo(Rejection.class))
                        .map(JavaClass::reflect)
                        .filter(Class::isEnum)
                        .map(it -> (Object[]) it.getEnumConstants())
                        .map(it -> Arrays.stream(it).map(c -> ((Enum<?>) c).name()))
                        .map(names -> names.collect(Collectors.joining(" ")))
                        .sorted()
                        .toList());
    }

    @Test
    void eachCommandHasAnOperationOfItsOwn() {
        assertThat(commands().map(Command::operation))
                .hasSizeGreaterThan(30)
                .doesNotHaveDuplicates()
                .allMatch(operation -> operation.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void keysAreStoredAsHashesOfCallerOperationAndKeyAndOfTheInput() {
        var command = new BrandCommand("larkspur", new RegisterPartner("Kiosk"));
        var call = new Call(Caller.SYSTEM, "key-0001");
        var key = new Idempotency.IdempotentCommand(call, command, "ptn_1").key();
        assertThat(Sha256.of("grapevine|registerPartner|key-0001")).startsWith(key.keyHash());
        assertThat(Sha256.of("[\"larkspur\",[\"Kiosk\"]]")).startsWith(key.inputHash());
        assertThat(key.keyHash() + key.inputHash()).hasSize(64);
        assertThat(CanonicalJson.of(command)).isEqualTo("[\"larkspur\",[\"Kiosk\"]]");
    }

    @Test
    void whatCommandsAndSpecsAreMadeOfHasWrittenNames() {
        var records = new LinkedHashSet<Class<?>>();
        SPECS.forEach(type -> collect(type, records));
        commandTypes().forEach(type -> collectComponents(type, records));
        assertThat(records).hasSizeGreaterThan(30);
        assertThat(records.stream().flatMap(it -> Arrays.stream(it.getRecordComponents())))
                .allMatch(StoredFormsTests::hasWrittenName);
    }

    private static boolean hasWrittenName(RecordComponent component) {
        var name = component.getAccessor().getAnnotation(JsonProperty.class);
        return name != null && !name.value().isEmpty();
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType of) {
            Arrays.stream(of.getActualTypeArguments()).forEach(it -> collect(it, records));
        } else if (type instanceof Class<?> it && it.isSealed()) {
            Arrays.stream(it.getPermittedSubclasses()).forEach(sub -> collect(sub, records));
        } else if (type instanceof Class<?> it && it.isRecord() && records.add(it)) {
            collectComponents(it, records);
        }
    }

    private static void collectComponents(Class<?> type, Set<Class<?>> records) {
        Arrays.stream(type.getRecordComponents())
                .forEach(component -> collect(component.getGenericType(), records));
    }

    private static Stream<Command> commands() {
        return commandTypes().map(type -> (Command) Samples.of(type));
    }

    private static Stream<? extends Class<?>> commandTypes() {
        return CLASSES.stream()
                .filter(it -> it.isAssignableTo(Command.class) && it.isRecord())
                .filter(it -> !it.isEquivalentTo(BrandCommand.class))
                .map(JavaClass::reflect);
    }
}
