package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.reward.Reward;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A reward cannot be redeemed now.
 *
 * @param reason why not
 * @param since since when not, or, if it is too early, from when on
 */
public record RewardNotValid(Reason reason, OffsetDateTime since) implements Rejection {

    /** Why a reward cannot be redeemed now. */
    public enum Reason {
        TOO_EARLY,
        TOO_LATE,
        RETIRED
    }

    /** Why a reward cannot be redeemed at a moment, if it cannot. */
    static Optional<Rejection> of(Reward reward, OffsetDateTime now) {
        var from = reward.validFrom();
        var until = reward.validUntil();
        if (reward.retiredAt() != null) {
            return Optional.of(new RewardNotValid(Reason.RETIRED, reward.retiredAt()));
        }
        if (from != null && now.isBefore(from)) {
            return Optional.of(new RewardNotValid(Reason.TOO_EARLY, from));
        }
        return until == null || now.isBefore(until)
                ? Optional.empty()
                : Optional.of(new RewardNotValid(Reason.TOO_LATE, until));
    }

    @Override
    public String code() {
        return "REWARD_NOT_VALID";
    }

    @Override
    public String message() {
        return switch (reason) {
            case TOO_EARLY -> "The reward can be redeemed from " + since + " on.";
            case TOO_LATE -> "The reward could be redeemed until " + since + ".";
            case RETIRED -> "The reward was retired at " + since + ".";
        };
    }

    @Override
    public List<String> path() {
        return List.of("rewardId");
    }
}
