package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Refusal;

import java.util.List;

/**
 * The wallet would hold, or would have earned, more than 2^53 − 1 points, the largest number every
 * client reads exactly.
 */
record BalanceTooLarge() implements Refusal {

    @Override
    public String code() {
        return "BALANCE_TOO_LARGE";
    }

    @Override
    public String message() {
        return "The wallet would hold more points than can be counted exactly.";
    }

    @Override
    public List<String> path() {
        return List.of("amount");
    }
}
