package dev.grapevine.graph.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Records filled with values that follow from the types and positions of their components. */
public final class Samples {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-01T12:00:00+02:00");

    private Samples() {}

    /** A record in which each component has a value. */
    public static Record of(Class<?> type) {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType(), i + 1);
        }
        try {
            var constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + type, e);
        }
    }

    private static Object value(Type type, int position) {
        if (type instanceof ParameterizedType of) {
            var last = of.getActualTypeArguments()[of.getActualTypeArguments().length - 1];
            var value = value(last, position);
            return of.getRawType() == Map.class
                    ? Map.of("b" + position, value, "a" + position, value)
                    : List.of(value);
        }
        return value((Class<?>) type, position);
    }

    private static Object value(Class<?> type, int position) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return of(Arrays.asList(type.getPermittedSubclasses()).getLast());
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text" + position;
            case "long", "Long" -> (long) position;
            case "int", "Integer" -> position;
            case "boolean", "Boolean" -> true;
            case "BigDecimal" -> new BigDecimal(position + ".50");
            case "OffsetDateTime" -> TIME.plusHours(position);
            case "LocalTime" -> LocalTime.of(position, 0);
            case "DayOfWeek" -> DayOfWeek.of(position);
            default -> of(type);
        };
    }
}
