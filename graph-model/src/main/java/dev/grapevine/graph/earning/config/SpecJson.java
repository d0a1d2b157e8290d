package dev.grapevine.graph.earning.config;

import tools.jackson.databind.json.JsonMapper;

/** Converter between the contents of configuration versions and JSON. */
public final class SpecJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SpecJson() {}

    public static String of(Object spec) {
        return JSON.writeValueAsString(spec);
    }

    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }
}
