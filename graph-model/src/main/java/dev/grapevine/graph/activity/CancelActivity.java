package dev.grapevine.graph.activity;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to cancel an activity that did not happen, for example a purchase that was returned.
 *
 * @param reason 1 to 200 characters
 */
public record CancelActivity(String activity, String reason) implements Command {
    @Override
    public String operation() {
        return "cancelActivity";
    }
}
