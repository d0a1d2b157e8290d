package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.kernel.BrandArgument;
import dev.grapevine.api.kernel.security.Administrator;
import dev.grapevine.graph.kernel.command.Call;

import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Binding of inputs by name: a field of an input without a component of its record would be ignored
 * silently.
 */
class InputBindingTests {

    private static final TypeDefinitionRegistry SCHEMA = schema();

    /** Fields that arguments beside the command cannot be resolved without. */
    private static final Map<Class<?>, String> REQUIRED =
            Map.of(Call.class, "idempotencyKey", BrandArgument.class, "brand");

    /** Fields that arguments beside the command take if the input has them. */
    private static final Map<Class<?>, String> BESIDE =
            Map.of(
                    Call.class, "idempotencyKey",
                    Administrator.class, "idempotencyKey",
                    BrandArgument.class, "brand");

    @Test
    void bindsEveryFieldOfTheInputsOfMutations() {
        var mutations = mutations().toList();
        assertThat(mutations).hasSizeGreaterThan(30);
        var unbound = new ArrayList<String>();
        for (var mutation : mutations) {
            var name = mutation.getName();
            var input = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input";
            assertThat(fields(input))
                    .extracting(InputValueDefinition::getName)
                    .containsAll(taken(mutation, REQUIRED));
            collectUnbound(input, inputOf(mutation), taken(mutation, BESIDE), unbound);
        }
        assertThat(unbound).isEmpty();
    }

    /** Returns the fields of the input that the arguments of these types take. */
    private static List<String> taken(Method mutation, Map<Class<?>, String> fields) {
        return Arrays.stream(mutation.getParameterTypes())
                .filter(fields::containsKey)
                .map(fields::get)
                .toList();
    }

    private static Class<?> inputOf(Method mutation) {
        return Arrays.stream(mutation.getParameters())
                .filter(parameter -> parameter.getName().equals("input"))
                .findFirst()
                .orElseThrow()
                .getType();
    }

    private static void collectUnbound(
            String input, Class<?> type, List<String> boundBeside, List<String> unbound) {
        Map<String, RecordComponent> components = new HashMap<>();
        for (var component : type.getRecordComponents()) {
            components.put(component.getName(), component);
        }
        for (var field : fields(input)) {
            var component = components.get(field.getName());
            if (component != null) {
                nested(field, component, unbound);
            } else if (!boundBeside.contains(field.getName())) {
                unbound.add(input + "." + field.getName());
            }
        }
    }

    /** Checks the items of a list of inputs; their idempotency keys are bound one by one. */
    private static void nested(
            InputValueDefinition field, RecordComponent component, List<String> unbound) {
        var declared = ResolvableType.forMethodReturnType(component.getAccessor());
        var type = declared.resolve() == List.class ? declared.getGeneric().resolve() : null;
        var name = field.getType().toString().replaceAll(".*name='(\\w+)'.*", "$1");
        if (type != null && type.isRecord() && !fields(name).isEmpty()) {
            collectUnbound(name, type, List.of("idempotencyKey"), unbound);
        }
    }

    private static List<InputValueDefinition> fields(String input) {
        return SCHEMA.getTypeOrNull(input, InputObjectTypeDefinition.class)
                        instanceof InputObjectTypeDefinition definition
                ? definition.getInputValueDefinitions()
                : List.of();
    }

    private static Stream<Method> mutations() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("dev.grapevine.api").stream()
                .map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(MutationMapping.class));
    }

    private static TypeDefinitionRegistry schema() {
        try (var file = InputBindingTests.class.getResourceAsStream("/schema.graphqls")) {
            return new SchemaParser()
                    .parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
