package dev.grapevine.benchmarks;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

/** A GraphQL document, made ready to be sent many times with different variables. */
final class Document {

    private final String beginning;

    Document(String text) {
        this.beginning =
                "{\"query\":" + JsonMapper.shared().writeValueAsString(text) + ",\"variables\":";
    }

    /** The body of a request, with variables as a JSON object. */
    byte[] with(String variables) {
        return (beginning + variables + "}").getBytes(StandardCharsets.UTF_8);
    }
}
