package dev.grapevine.embedded.inprocess;

import org.jspecify.annotations.Nullable;
import org.neo4j.bolt.connection.values.Segment;
import org.neo4j.bolt.connection.values.Value;
import org.neo4j.bolt.connection.values.ValueFactory;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.spatial.Point;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.Values;

import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Converter between values of the driver and objects of the database's Java interface, for all
 * property types, lists, maps, nodes, relationships and paths. Vectors are not supported.
 */
final class ValueConverter {

    private final ValueFactory factory;

    ValueConverter(ValueFactory factory) {
        this.factory = factory;
    }

    /** Converts parameters of a statement. */
    Map<String, @Nullable Object> toDatabase(Map<String, Value> parameters) {
        var converted = HashMap.<String, @Nullable Object>newHashMap(parameters.size());
        parameters.forEach((name, value) -> converted.put(name, toDatabase(value)));
        return converted;
    }

    private @Nullable Object toDatabase(Value value) {
        return switch (value.boltValueType()) {
            case NULL -> null;
            case BOOLEAN -> value.asBoolean();
            case INTEGER -> value.asLong();
            case FLOAT -> value.asDouble();
            case STRING -> value.asString();
            case BYTES -> value.asByteArray();
            case LIST -> list(value);
            case MAP -> toDatabase(value.asBoltMap());
            case DATE -> value.asLocalDate();
            case TIME -> value.asOffsetTime();
            case LOCAL_TIME -> value.asLocalTime();
            case LOCAL_DATE_TIME -> value.asLocalDateTime();
            case DATE_TIME -> value.asZonedDateTime();
            case DURATION -> {
                var duration = value.asBoltIsoDuration();
                yield DurationValue.duration(
                        duration.months(),
                        duration.days(),
                        duration.seconds(),
                        duration.nanoseconds());
            }
            case POINT -> point(value.asBoltPoint());
            default ->
                    throw FailureConverter.invalidRequest(
                            "A parameter of type " + value.boltValueType() + " is not supported.");
        };
    }

    private List<@Nullable Object> list(Value value) {
        var list = new ArrayList<@Nullable Object>(value.size());
        value.boltValues().forEach(item -> list.add(toDatabase(item)));
        return list;
    }

    private static Object point(org.neo4j.bolt.connection.values.Point point) {
        var system = CoordinateReferenceSystem.get(point.srid());
        return system.getDimension() == 2
                ? Values.pointValue(system, point.x(), point.y())
                : Values.pointValue(system, point.x(), point.y(), point.z());
    }

    /** Converts a value of a row or of a summary. */
    Value toDriver(@Nullable Object value) {
        return switch (value) {
            case null -> factory.value((Object) null);
            case String text -> factory.value(text);
            case Long number -> factory.value(number.longValue());
            case Double number -> factory.value(number.doubleValue());
            case Boolean truth -> factory.value(truth.booleanValue());
            case byte[] bytes -> factory.value(bytes);
            case Float number -> factory.value(number.doubleValue());
            case Number number -> factory.value(number.longValue());
            case Map<?, ?> map -> factory.value(properties(map));
            case Collection<?> items -> factory.value(items.stream().map(this::toDriver).toList());
            case Node node -> factory.value(node(node));
            case Relationship relationship -> factory.value(relationship(relationship));
            case Path path -> factory.value(path(path));
            case LocalDate date -> factory.value(date);
            case LocalTime time -> factory.value(time);
            case OffsetTime time -> factory.value(time);
            case LocalDateTime time -> factory.value(time);
            case ZonedDateTime time -> factory.value(time);
            case Point point -> point(point);
            case TemporalAmount duration -> duration(duration);
            default -> other(value);
        };
    }

    private Value other(Object value) {
        if (!value.getClass().isArray()) {
            return factory.value(value.toString());
        }
        var items = new ArrayList<Value>();
        for (var i = 0; i < Array.getLength(value); i++) {
            items.add(toDriver(Array.get(value, i)));
        }
        return factory.value(items);
    }

    private Map<String, Value> properties(Map<?, ?> map) {
        var converted = HashMap.<String, Value>newHashMap(map.size());
        map.forEach((name, value) -> converted.put((String) name, toDriver(value)));
        return converted;
    }

    private org.neo4j.bolt.connection.values.Node node(Node node) {
        return factory.node(
                id(node),
                node.getElementId(),
                StreamSupport.stream(node.getLabels().spliterator(), false)
                        .map(Label::name)
                        .toList(),
                properties(node.getAllProperties()));
    }

    private org.neo4j.bolt.connection.values.Relationship relationship(Relationship it) {
        return factory.relationship(
                id(it),
                it.getElementId(),
                id(it.getStartNode()),
                it.getStartNode().getElementId(),
                id(it.getEndNode()),
                it.getEndNode().getElementId(),
                it.getType().name(),
                properties(it.getAllProperties()));
    }

    private org.neo4j.bolt.connection.values.Path path(Path path) {
        var nodes = new ArrayList<org.neo4j.bolt.connection.values.Node>();
        path.nodes().forEach(node -> nodes.add(node(node)));
        var relationships = new ArrayList<org.neo4j.bolt.connection.values.Relationship>();
        path.relationships().forEach(it -> relationships.add(relationship(it)));
        var segments = new ArrayList<Segment>();
        for (var i = 0; i < relationships.size(); i++) {
            segments.add(factory.segment(nodes.get(i), relationships.get(i), nodes.get(i + 1)));
        }
        return factory.path(segments, nodes, relationships);
    }

    /** Returns the numeric id, which the driver still wants beside the element id. */
    @SuppressWarnings("removal")
    private static long id(Entity entity) {
        return entity.getId();
    }

    private Value point(Point point) {
        var at = point.getCoordinate().getCoordinate();
        var srid = point.getCRS().getCode();
        return at.length == 2
                ? factory.point(srid, at[0], at[1])
                : factory.point(srid, at[0], at[1], at[2]);
    }

    private Value duration(TemporalAmount duration) {
        return factory.isoDuration(
                duration.get(ChronoUnit.MONTHS),
                duration.get(ChronoUnit.DAYS),
                duration.get(ChronoUnit.SECONDS),
                (int) duration.get(ChronoUnit.NANOS));
    }
}
