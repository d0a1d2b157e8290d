package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.command.ReverseEntry.Refund;
import dev.grapevine.graph.reward.CancellationPolicy;
import dev.grapevine.graph.reward.Reward;

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
class RedemptionPayment {

    private final PointsLedger ledger;

    RedemptionPayment(PointsLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Spends what the reward costs; answers the entry's id. What the wallet held is known exactly
     * from the entry, since the ledger has locked the wallet.
     */
    Result<String> pay(Call call, Reward reward, String customerId) {
        var command =
                new RedeemPoints(
                        customerId,
                        reward.currency(),
                        reward.cost(),
                        reward.name(),
                        call.idempotencyKey(),
                        null);
        return switch (ledger.redeem(call, command)) {
            case Result.Success<PointsEntry>(var entry, _) -> paid(reward, entry);
            case Result.Rejected<PointsEntry> rejected ->
                    notFinal(rejected, rejection -> ofReward(rejection, reward));
        };
    }

    private static Result<String> paid(Reward reward, PointsEntry entry) {
        var balance = entry.balanceAfter() + reward.cost();
        return isBelowMinimum(reward, balance)
                ? Result.rejected(insufficientPoints(reward, balance))
                : Result.success(entry.id());
    }

    private static Rejection ofReward(Rejection rejection, Reward reward) {
        if (!(rejection
                instanceof
                dev.grapevine.graph.ledger.InsufficientPoints(var balance, var required))) {
            return rejection;
        }
        return isBelowMinimum(reward, balance)
                ? insufficientPoints(reward, balance)
                : new InsufficientPoints(balance, required);
    }

    private static boolean isBelowMinimum(Reward reward, long balance) {
        return reward.minimumBalance() != null && balance < reward.minimumBalance();
    }

    private static NotEligible insufficientPoints(Reward reward, long balance) {
        var minimum = reward.minimumBalance();
        return NotEligible.hasTooLittle(balance, minimum == null ? 0 : minimum);
    }

    /** Gives back what the redemption promised; answers the id of the entry, if there is one. */
    Result<Optional<String>> refund(Call call, Redemption redemption, String reason) {
        return switch (CancellationPolicy.valueOf(redemption.cancellation())) {
            case RESTORE_ORIGINAL_EXPIRY -> refund(call, redemption, Refund.RESTORE, reason);
            case REISSUE -> refund(call, redemption, Refund.REISSUE, reason);
            case FORFEIT -> Result.success(Optional.empty());
        };
    }

    private Result<Optional<String>> refund(
            Call call, Redemption redemption, Refund refund, String reason) {
        var command = new ReverseEntry(redemption.entryId(), null, refund, reason);
        return switch (ledger.refund(call, command)) {
            case Result.Success<PointsEntry>(var entry, _) ->
                    Result.success(Optional.of(entry.id()));
            case Result.Rejected<PointsEntry> rejected ->
                    notFinal(
                            rejected,
                            rejection ->
                                    new EntryNotReversible(rejection.code(), rejection.message()));
        };
    }

    private static <T> Result<T> notFinal(
            Result.Rejected<PointsEntry> rejected, Function<Rejection, Rejection> view) {
        return new Result.Rejected<>(rejected.rejections().stream().map(view).toList(), false);
    }
}
