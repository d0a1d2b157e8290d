package dev.grapevine.graph.kernel.command;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.Parameters;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializerBase;

import java.time.OffsetDateTime;

/**
 * Canonical JSON for hashing: equal values have equal texts. Maps are sorted by key, times are in
 * UTC, null properties are omitted. A {@link Command} is the array of its components without
 * trailing nulls, so that neither a renamed component nor a new optional one changes the hash of an
 * earlier command.
 */
public final class CanonicalJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(OffsetDateTime.class, new InUtc())
                                    .addSerializer(Command.class, new ByPosition()))
                    .build();

    private CanonicalJson() {}

    public static String of(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static final class InUtc extends ToStringSerializerBase {
        InUtc() {
            super(OffsetDateTime.class);
        }

        @Override
        public String valueToString(Object time) {
            return Times.utc((OffsetDateTime) time).toString();
        }
    }

    private static final class ByPosition extends StdSerializer<Command> {
        ByPosition() {
            super(Command.class);
        }

        @Override
        public void serialize(Command command, JsonGenerator json, SerializationContext context) {
            var values = Parameters.values((Record) command);
            while (!values.isEmpty() && values.getLast() == null) {
                values.removeLast();
            }
            json.writeStartArray();
            values.forEach(value -> context.writeValue(json, value));
            json.writeEndArray();
        }
    }
}
