package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * The wallet holds less than the reward costs. The ledger's own refusal of this name speaks of an
 * amount that its caller has given; here it is the reward that says how much. The API shows both as
 * the same type.
 */
public record InsufficientPoints(long balance, long required) implements Rejection {

    @Override
    public String code() {
        return "INSUFFICIENT_POINTS";
    }

    @Override
    public String message() {
        return "The wallet holds " + balance + " points; the reward costs " + required + ".";
    }

    @Override
    public List<String> path() {
        return List.of("rewardId");
    }
}
