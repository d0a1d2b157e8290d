package dev.grapevine.graph.activity.kind;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Field definition of an activity kind.
 *
 * @param name unique in the kind
 * @param isRequired true if each activity of the kind must have the field
 */
public record KindField(
        @JsonProperty("name") String name,
        @JsonProperty("type") FieldType type,
        @JsonProperty("isRequired") boolean isRequired) {

    /** Maximum number of characters of a text. */
    public static final int MAX_TEXT = 200;

    private static final String REQUIRED = "!";

    /** Parses the text of {@link #stored()}. */
    static KindField of(String stored) {
        var colon = stored.indexOf(':');
        var isRequired = stored.endsWith(REQUIRED);
        var end = stored.length() - (isRequired ? REQUIRED.length() : 0);
        return new KindField(
                stored.substring(0, colon),
                FieldType.valueOf(stored.substring(colon + 1, end)),
                isRequired);
    }

    /** Returns the stored form: {@code name:TYPE}, or {@code name:TYPE!} if required. */
    String stored() {
        return name + ":" + type + (isRequired ? REQUIRED : "");
    }
}
