package dev.grapevine.benchmarks.load;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

/** GraphQL document, prepared for requests with different variables. */
public final class Document {

    private final String beginning;

    public Document(String text) {
        this.beginning =
                "{\"query\":" + JsonMapper.shared().writeValueAsString(text) + ",\"variables\":";
    }

    /** Returns the body of a request with variables, a JSON object. */
    public byte[] with(String variables) {
        return (beginning + variables + "}").getBytes(StandardCharsets.UTF_8);
    }
}
