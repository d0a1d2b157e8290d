package dev.grapevine.graph.rulebook;

import tools.jackson.databind.json.JsonMapper;

/** Writes the contents of decisions as JSON, and reads them again. */
public final class SpecText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SpecText() {}

    public static String of(Object spec) {
        return JSON.writeValueAsString(spec);
    }

    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }
}
