package dev.grapevine.benchmarks;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

/** GraphQL document, prepared for requests with different variables. */
final class Document {

    private final String beginning;

    Document(String text) {
        this.beginning =
                "{\"query\":" + JsonMapper.shared().writeValueAsString(text) + ",\"variables\":";
    }

    /** Returns the body of a request with variables, a JSON object. */
    byte[] with(String variables) {
        return (beginning + variables + "}").getBytes(StandardCharsets.UTF_8);
    }
}
