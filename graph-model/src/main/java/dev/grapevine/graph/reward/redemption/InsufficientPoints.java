package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * Rejection of a redemption because the balance is less than the reward costs. The ledger's
 * rejection of the same name has the path of the amount, this one the path of the reward; the API
 * shows both as the same type.
 *
 * @param balance available points of the wallet
 * @param required cost of the reward
 */
public record InsufficientPoints(long balance, long required) implements Rejection {

    @Override
    public String code() {
        return "INSUFFICIENT_POINTS";
    }

    @Override
    public String message() {
        return "balance "
                + balance
                + " is less than the "
                + required
                + " points that the reward costs.";
    }

    @Override
    public List<String> path() {
        return List.of("rewardId");
    }
}
