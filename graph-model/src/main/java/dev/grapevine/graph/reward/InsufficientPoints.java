package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Refusal;

import java.util.List;

/**
 * The wallet holds less than the reward costs. The ledger's own refusal of this name speaks of an
 * amount that its caller has given; here it is the reward that says how much. The API shows both as
 * the same type.
 */
record InsufficientPoints(long balance, long required) implements Refusal {

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
