package dev.grapevine.graph.activity.kind;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A field that activities of a kind have.
 *
 * @param name unique in the kind
 * @param isRequired whether each activity of the kind must have it
 */
public record KindField(
        @JsonProperty("name") String name,
        @JsonProperty("type") FieldType type,
        @JsonProperty("isRequired") boolean isRequired) {

    private static final String REQUIRED = "!";

    /** Reads what {@link #stored()} wrote. */
    static KindField of(String stored) {
        var colon = stored.indexOf(':');
        var isRequired = stored.endsWith(REQUIRED);
        var end = stored.length() - (isRequired ? REQUIRED.length() : 0);
        return new KindField(
                stored.substring(0, colon),
                FieldType.valueOf(stored.substring(colon + 1, end)),
                isRequired);
    }

    /** As it stands in the graph: {@code name:TYPE}, or {@code name:TYPE!} if it is required. */
    String stored() {
        return name + ":" + type + (isRequired ? REQUIRED : "");
    }
}
