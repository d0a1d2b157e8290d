package dev.grapevine.graph.kernel.command;

import java.util.List;

/**
 * An input field holds something that can never be right.
 *
 * @param path the input field, from the input's root down
 * @param message what is wrong with it, and what would be right
 */
public record InvalidInput(List<String> path, String message) implements Rejection {

    @Override
    public String code() {
        return "INVALID_INPUT";
    }
}
