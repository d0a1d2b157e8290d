package dev.grapevine.graph.kernel.database;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Mapping of rows to Java records: each component takes the value of its name, null if there is
 * none. A component may be a record itself, for a node or a map, or a list; other values are
 * converted by {@link Value#as(Class)}, which knows no enums. A value of another type, and none for
 * a primitive component, are errors of the statement.
 *
 * <p>The driver's own mapping of records looks for a constructor and its parameters in each row,
 * which takes more time than reading it.
 */
public final class Rows {

    private static final ClassValue<Mapping> MAPPINGS =
            new ClassValue<>() {
                @Override
                protected Mapping computeValue(Class<?> type) {
                    return Mapping.of(type);
                }
            };

    private Rows() {}

    /** Returns the mapping of rows whose columns are called as the components of the record. */
    public static <T extends java.lang.Record> Function<Record, T> to(Class<T> type) {
        return row -> map(row, type);
    }

    /**
     * Returns the mapping of rows in which one column is a node or map whose properties are called
     * as the components of the record.
     */
    public static <T extends java.lang.Record> Function<Record, T> to(
            Class<T> type, String column) {
        return row -> map(row.get(column), type);
    }

    /** Maps a row, a node or a map. */
    public static <T extends java.lang.Record> T map(MapAccessor values, Class<T> type) {
        return type.cast(MAPPINGS.get(type).apply(values));
    }

    /** Component of a record: the name of its value, and how the value is converted. */
    private record Component(
            String name, boolean isPrimitive, Function<Value, @Nullable Object> conversion) {

        static Component of(RecordComponent component) {
            return new Component(
                    component.getName(),
                    component.getType().isPrimitive(),
                    conversionOf(component.getGenericType()));
        }

        @Nullable Object of(MapAccessor values) {
            var value = conversion.apply(values.get(name));
            if (value == null && isPrimitive) {
                throw new IllegalArgumentException("There is no value for " + name + ".");
            }
            return value;
        }
    }

    /** Components of a record and its canonical constructor, which takes an array of them. */
    private record Mapping(List<Component> components, MethodHandle constructor) {

        static Mapping of(Class<?> type) {
            var components = type.getRecordComponents();
            var types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Mapping(
                        Stream.of(components).map(Component::of).toList(),
                        MethodHandles.lookup()
                                .unreflectConstructor(constructor)
                                .asSpreader(Object[].class, types.length)
                                .asType(MethodType.methodType(Object.class, Object[].class)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(type + " is not a record.", e);
            }
        }

        Object apply(MapAccessor values) {
            var arguments = new @Nullable Object[components.size()];
            for (var i = 0; i < arguments.length; i++) {
                arguments[i] = components.get(i).of(values);
            }
            return construct(arguments);
        }

        // A method handle declares every exception.
        @SuppressWarnings("IllegalCatch")
        private Object construct(@Nullable Object[] arguments) {
            try {
                return (Object) constructor.invokeExact(arguments);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Function<Value, @Nullable Object> conversionOf(Type type) {
        return switch (type) {
            case Class<?> record when record.isRecord() ->
                    value -> value.isNull() ? null : MAPPINGS.get(record).apply(value);
            case Class<?> plain -> value -> value.as(plain);
            case ParameterizedType list when list.getRawType() == List.class ->
                    items(conversionOf(list.getActualTypeArguments()[0]));
            case ParameterizedType other -> conversionOf(other.getRawType());
            default -> throw new IllegalArgumentException(type + " cannot be mapped.");
        };
    }

    private static Function<Value, @Nullable Object> items(Function<Value, @Nullable Object> item) {
        return value -> value.isNull() ? null : value.asList(item);
    }
}
