package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Command;

/**
 * Says that something did not happen after all, for example that a purchase was returned.
 *
 * @param reason 1 to 200 characters
 */
public record WithdrawActivity(String activityId, String reason) implements Command {
    @Override
    public String operation() {
        return "cancelActivity";
    }
}
