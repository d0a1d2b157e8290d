package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Texts;

import graphql.schema.GraphQLFieldDefinition;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the texts in arguments of all fields to normal form, be they from variables, literals or
 * defaults.
 */
@Component
public class NormalizedArguments extends ArgumentVisitor {

    @Override
    boolean concerns(GraphQLFieldDefinition field) {
        return !field.getArguments().isEmpty();
    }

    @Override
    Optional<Map<String, Object>> changed(
            GraphQLFieldDefinition field, Map<String, Object> arguments) {
        return isNormalized(arguments) ? Optional.empty() : Optional.of(members(arguments));
    }

    private static boolean isNormalized(@Nullable Object value) {
        return switch (value) {
            case String text -> Texts.isNormalized(text);
            case Collection<?> items -> items.stream().allMatch(NormalizedArguments::isNormalized);
            case Map<?, ?> members -> isNormalized(members.values());
            case null, default -> true;
        };
    }

    private static @Nullable Object normalized(@Nullable Object value) {
        return switch (value) {
            case String text -> Texts.normalized(text);
            case List<?> items -> {
                var copy = new ArrayList<@Nullable Object>();
                items.forEach(item -> copy.add(normalized(item)));
                yield copy;
            }
            case Map<?, ?> members -> members(members);
            case null -> null;
            default -> value;
        };
    }

    /** Returns a copy with normalized members, some of which may be null. */
    @SuppressWarnings("NullAway")
    private static <K> Map<K, Object> members(Map<K, ?> members) {
        var copy = new LinkedHashMap<K, Object>(members);
        copy.replaceAll((_, member) -> normalized(member));
        return copy;
    }
}
