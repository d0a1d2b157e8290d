package dev.grapevine.graph.kernel.database;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Converter of statement parameters that turns records into maps. The driver can convert records
 * too, but resolves the accessors of each record by reflection every time, which took 7 % of the
 * CPU time of a batch of activities.
 */
public final class Parameters {

    private static final ClassValue<List<Method>> ACCESSORS =
            new ClassValue<>() {
                @Override
                protected List<Method> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getAccessor)
                            .peek(accessor -> accessor.setAccessible(true))
                            .toList();
                }
            };

    private Parameters() {}

    static Map<String, @Nullable Object> of(Map<String, ?> parameters) {
        var plain = HashMap.<String, @Nullable Object>newHashMap(parameters.size());
        parameters.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Record it -> of(it);
            case Collection<?> many -> {
                var plain = new ArrayList<@Nullable Object>(many.size());
                many.forEach(one -> plain.add(plain(one)));
                yield plain;
            }
            case Map<?, ?> map -> {
                var plain = HashMap.<String, @Nullable Object>newHashMap(map.size());
                map.forEach((name, one) -> plain.put((String) name, plain(one)));
                yield plain;
            }
            case null, default -> value;
        };
    }

    /** Returns the values of a record's components, in their order. */
    public static List<@Nullable Object> values(Record it) {
        var values = new ArrayList<@Nullable Object>();
        ACCESSORS.get(it.getClass()).forEach(accessor -> values.add(component(it, accessor)));
        return values;
    }

    /** Returns the components of a record by their names, in a map that may be changed. */
    public static Map<String, @Nullable Object> of(Record it) {
        var accessors = ACCESSORS.get(it.getClass());
        var plain = HashMap.<String, @Nullable Object>newHashMap(accessors.size());
        for (var accessor : accessors) {
            plain.put(accessor.getName(), plain(component(it, accessor)));
        }
        return plain;
    }

    private static @Nullable Object component(Record it, Method accessor) {
        try {
            return accessor.invoke(it);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read record component " + accessor, e);
        }
    }
}
