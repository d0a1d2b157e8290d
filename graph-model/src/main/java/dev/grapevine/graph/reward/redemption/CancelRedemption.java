package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Command to cancel a redemption.
 *
 * @param reason 1 to 200 characters, shown to the customer
 */
public record CancelRedemption(String redemptionId, String reason) implements Command {
    @Override
    public String operation() {
        return "cancelRedemption";
    }
}
