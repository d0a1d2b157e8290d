package dev.grapevine.graph.dataimport;

import dev.grapevine.graph.kernel.Texts;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;

/**
 * Line of a file of JSON objects.
 *
 * @param object the parsed object, an empty one if there is a problem
 * @param problem what is wrong with the line, as it follows "The line"; null for an object
 */
record JsonLine(JsonNode object, @Nullable String problem) {

    /**
     * JSON parser that keeps decimals exact: a double would round an amount of more than 15 digits.
     */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    static JsonLine of(String text) {
        try {
            var value = JSON.readTree(text);
            return value.isObject() ? new JsonLine(value, null) : broken("is not a JSON object.");
        } catch (JacksonException e) {
            return broken(
                    e.getOriginalMessage().startsWith("Duplicate")
                            ? "has a name twice."
                            : "is not one JSON object.");
        }
    }

    private static JsonLine broken(String problem) {
        return new JsonLine(JSON.createObjectNode(), problem);
    }

    /** Returns a text, or a number as text; null if absent, null or empty. */
    @Nullable String optional(String field) {
        var value = object.path(field);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isString() && !value.isNumber()) {
            throw new InvalidRow(field, "is not a text or number.");
        }
        var text = Texts.normalized(value.asString());
        return text.isEmpty() ? null : text;
    }

    String required(String field) {
        var value = optional(field);
        if (value == null) {
            throw new InvalidRow(field, "is missing.");
        }
        return value;
    }

    /** Returns a JSON number that is whole. */
    long wholeNumber(String field, long otherwise) {
        var value = object.path(field);
        if (value.isNull() || value.isMissingNode()) {
            return otherwise;
        }
        var number = value.isNumber() ? value.decimalValue().stripTrailingZeros() : null;
        if (number == null || number.scale() > 0 || digits(number) > 18) {
            throw new InvalidRow(
                    field,
                    "'" + Texts.shortened(value.toString(), 60) + "' is not a whole number.");
        }
        return number.longValueExact();
    }

    private static long digits(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }
}
