package dev.grapevine.api.kernel;

import dev.grapevine.api.kernel.security.CallerArgumentResolver;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Resolves the references in arguments before the controllers see the arguments: a reference is
 * replaced by the id of the node, or by its external id below an input with a {@code brand}. A
 * command and its hash are therefore independent of the form of the reference.
 */
@Component
public class ReferenceArguments extends ArgumentVisitor {

    private final References references;

    ReferenceArguments(References references) {
        this.references = references;
    }

    @Override
    boolean concerns(GraphQLFieldDefinition field) {
        return field.getArguments().stream()
                .anyMatch(argument -> hasReferences(argument.getType()));
    }

    @Override
    Optional<Map<String, Object>> changed(
            GraphQLFieldDefinition field, Map<String, Object> arguments) {
        var resolved = new LinkedHashMap<>(arguments);
        var found = new ArrayList<Reference>();
        var brand = brand(arguments, null);
        for (var argument : field.getArguments()) {
            collect(
                    argument.getType(),
                    resolved.get(argument.getName()),
                    brand,
                    found,
                    value -> resolved.put(argument.getName(), value));
        }
        references.resolve(found, CallerArgumentResolver.caller());
        return Optional.of(resolved);
    }

    /** Collects the references in a value; copies the maps and lists that contain references. */
    private void collect(
            GraphQLType type,
            @Nullable Object value,
            @Nullable String brand,
            List<Reference> found,
            Consumer<Object> replace) {
        var named = GraphQLTypeUtil.unwrapAll(type);
        if (value instanceof List<?> items) {
            var copy = new ArrayList<@Nullable Object>(items);
            for (var i = 0; i < copy.size(); i++) {
                var index = i;
                collect(named, copy.get(i), brand, found, item -> copy.set(index, item));
            }
            replace.accept(copy);
        } else if (value instanceof Map<?, ?> members && references.isReference(named.getName())) {
            found.add(new Reference(named.getName(), members, brand, replace));
        } else if (value instanceof Map<?, ?> members
                && named instanceof GraphQLInputObjectType input
                && hasReferences(input)) {
            collect(input, members, brand, found, replace);
        } else if (value != null) {
            replace.accept(value);
        }
    }

    /**
     * Collects the references in an input object. A one-of input is replaced by its chosen member.
     */
    private void collect(
            GraphQLInputObjectType input,
            Map<?, ?> members,
            @Nullable String brand,
            List<Reference> found,
            Consumer<Object> replace) {
        var copy = new LinkedHashMap<Object, @Nullable Object>(members);
        if (!input.isOneOf()) {
            replace.accept(copy);
        }
        var inner = brand(members, brand);
        for (var field : input.getFieldDefinitions()) {
            Consumer<Object> put = value -> copy.put(field.getName(), value);
            collect(
                    field.getType(),
                    members.get(field.getName()),
                    inner,
                    found,
                    input.isOneOf() ? replace : put);
        }
    }

    private static @Nullable String brand(Map<?, ?> members, @Nullable String outer) {
        return members.get("brand") instanceof String brand ? brand : outer;
    }

    private boolean hasReferences(GraphQLType type) {
        return hasReferences(GraphQLTypeUtil.unwrapAll(type), new HashSet<>());
    }

    private boolean hasReferences(GraphQLNamedType type, Set<String> seen) {
        return references.isReference(type.getName())
                || (type instanceof GraphQLInputObjectType input
                        && seen.add(input.getName())
                        && input.getFieldDefinitions().stream()
                                .map(field -> GraphQLTypeUtil.unwrapAll(field.getType()))
                                .anyMatch(fieldType -> hasReferences(fieldType, seen)));
    }
}
