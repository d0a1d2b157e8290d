package dev.grapevine.graph.activity;

import dev.grapevine.graph.kernel.command.Command;


/**
 * Says that something did not happen after all, for example that a purchase was returned.
 *
 * @param reason 1 to 200 characters
 */
public record CancelActivity(String activityId, String reason) implements Command {
    @Override
    public String operation() {
        return "cancelActivity";
    }
}
