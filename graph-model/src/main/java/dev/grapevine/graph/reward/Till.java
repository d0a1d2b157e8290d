package dev.grapevine.graph.reward;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.points.PointsEntry;
import dev.grapevine.graph.points.PointsLedger;
import dev.grapevine.graph.points.RedeemPoints;
import dev.grapevine.graph.points.ReverseEntry;
import dev.grapevine.graph.points.ReverseEntry.Refund;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.function.Function;

/**
 * Spends points for rewards and gives them back, within the transaction of the redemption. Whatever
 * the ledger refuses is not kept here, although it may be when it stands alone: what was taken from
 * the reward must be rolled back with it, and whoever has earned the points by then may try again
 * under the same key.
 *
 * <p>The ledger's commands go under keys of ours, which no caller can have used for points.
 */
@Component
class Till {

    private final PointsLedger ledger;

    Till(PointsLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Spends what the reward costs; answers the entry's id. What the wallet held is known exactly
     * from the entry, since the ledger has locked the wallet.
     */
    Outcome<String> pay(Call call, Reward reward, String customerId) {
        var command =
                new RedeemPoints(
                        customerId,
                        reward.currency(),
                        reward.cost(),
                        reward.name(),
                        call.idempotencyKey(),
                        null);
        return switch (ledger.redeem(call, command)) {
            case Outcome.Done<PointsEntry>(var entry, _) -> paid(reward, entry);
            case Outcome.Refused<PointsEntry> refused ->
                    notKept(refused, refusal -> ofReward(refusal, reward));
        };
    }

    private static Outcome<String> paid(Reward reward, PointsEntry entry) {
        var balance = entry.balanceAfter() + reward.cost();
        return isBelowMinimum(reward, balance)
                ? Outcome.refused(tooLittle(reward, balance))
                : Outcome.done(entry.id());
    }

    private static Refusal ofReward(Refusal refusal, Reward reward) {
        if (!(refusal
                instanceof
                dev.grapevine.graph.points.InsufficientPoints(var balance, var required))) {
            return refusal;
        }
        return isBelowMinimum(reward, balance)
                ? tooLittle(reward, balance)
                : new InsufficientPoints(balance, required);
    }

    private static boolean isBelowMinimum(Reward reward, long balance) {
        return reward.minimumBalance() != null && balance < reward.minimumBalance();
    }

    private static NotEligible tooLittle(Reward reward, long balance) {
        var minimum = reward.minimumBalance();
        return NotEligible.hasTooLittle(balance, minimum == null ? 0 : minimum);
    }

    /** Gives back what the redemption promised; answers the id of the entry, if there is one. */
    Outcome<Optional<String>> refund(Call call, Redemption redemption, String reason) {
        return switch (CancellationPolicy.valueOf(redemption.cancellation())) {
            case RESTORE_ORIGINAL_EXPIRY -> refund(call, redemption, Refund.RESTORE, reason);
            case REISSUE -> refund(call, redemption, Refund.REISSUE, reason);
            case LAPSE -> Outcome.done(Optional.empty());
        };
    }

    private Outcome<Optional<String>> refund(
            Call call, Redemption redemption, Refund refund, String reason) {
        var command = new ReverseEntry(redemption.entryId(), null, refund, reason);
        return switch (ledger.refund(call, command)) {
            case Outcome.Done<PointsEntry>(var entry, _) -> Outcome.done(Optional.of(entry.id()));
            case Outcome.Refused<PointsEntry> refused ->
                    notKept(
                            refused,
                            refusal -> new EntryRefused(refusal.code(), refusal.message()));
        };
    }

    private static <T> Outcome<T> notKept(
            Outcome.Refused<PointsEntry> refused, Function<Refusal, Refusal> view) {
        return new Outcome.Refused<>(refused.refusals().stream().map(view).toList(), false);
    }
}
