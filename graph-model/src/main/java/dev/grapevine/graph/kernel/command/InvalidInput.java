package dev.grapevine.graph.kernel.command;

import dev.grapevine.graph.kernel.Texts;

import java.util.List;

/**
 * Rejection of the value of an input field that violates its bounds or format.
 *
 * @param path path of the input field, from the root of the input
 * @param message field, value and bound; cut after 500 characters
 */
public record InvalidInput(List<String> path, String message) implements Rejection {

    private static final int MAX_LENGTH = 500;

    public InvalidInput {
        message = Texts.shortened(message, MAX_LENGTH);
    }

    @Override
    public String code() {
        return "INVALID_INPUT";
    }
}
