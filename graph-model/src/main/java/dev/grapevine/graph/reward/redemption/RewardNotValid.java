package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.reward.Reward;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Rejection of a command because the reward is not valid now.
 *
 * @param reason reason why the reward is not valid
 * @param since for {@code TOO_EARLY} the start of the validity, otherwise its end or the time at
 *     which the reward was retired
 */
public record RewardNotValid(Reason reason, OffsetDateTime since) implements Rejection {

    /** Reason why a reward is not valid. */
    public enum Reason {
        TOO_EARLY,
        TOO_LATE,
        RETIRED
    }

    /** Returns the rejection if the reward cannot be redeemed at a time. */
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
            case TOO_EARLY -> "reward is valid from " + since + ".";
            case TOO_LATE -> "reward was valid until " + since + ".";
            case RETIRED -> "reward was retired at " + since + ".";
        };
    }

    @Override
    public List<String> path() {
        return List.of("rewardId");
    }
}
