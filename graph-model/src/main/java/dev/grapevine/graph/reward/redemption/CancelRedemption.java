package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Command;

/**
 * Asks for a redemption to be taken back.
 *
 * @param reason 1 to 200 characters, for the customer to read
 */
public record CancelRedemption(String redemptionId, String reason) implements Command {
    @Override
    public String operation() {
        return "cancelRedemption";
    }
}
