package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * The customer does not meet a condition of the reward.
 *
 * @param condition which
 */
public record NotEligible(Condition condition, String message) implements Rejection {

    /** What a reward may ask of a customer, besides its cost. */
    public enum Condition {
        MINIMUM_BALANCE,
        BADGE
    }

    static NotEligible lacksBadge() {
        return new NotEligible(
                Condition.BADGE, "The customer does not have the badge that the reward asks for.");
    }

    static NotEligible hasTooLittle(long balance, long minimum) {
        return new NotEligible(
                Condition.MINIMUM_BALANCE,
                "The wallet holds " + balance + " points; the reward asks for " + minimum + ".");
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
