package dev.grapevine.graph.kernel.command;

import java.util.List;

/**
 * Rejection of the value of an input field that violates its bounds or format.
 *
 * @param path path of the input field, from the root of the input
 * @param message field, value and bound
 */
public record InvalidInput(List<String> path, String message) implements Rejection {

    @Override
    public String code() {
        return "INVALID_INPUT";
    }
}
