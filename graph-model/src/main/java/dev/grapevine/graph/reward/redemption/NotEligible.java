package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * Rejection of a redemption because the customer does not meet a condition of the reward.
 *
 * @param condition condition that the customer does not meet
 */
public record NotEligible(Condition condition, String message) implements Rejection {

    /** Condition of a reward other than its cost. */
    public enum Condition {
        MINIMUM_BALANCE,
        BADGE
    }

    static NotEligible withoutBadge() {
        return new NotEligible(
                Condition.BADGE, "customer does not have the badge that the reward requires.");
    }

    static NotEligible belowMinimum(long balance, long minimum) {
        return new NotEligible(
                Condition.MINIMUM_BALANCE,
                "balance "
                        + balance
                        + " is less than the minimumBalance "
                        + minimum
                        + " of the reward.");
    }

    @Override
    public String code() {
        return "NOT_ELIGIBLE";
    }

    @Override
    public List<String> path() {
        return List.of("customer");
    }
}
