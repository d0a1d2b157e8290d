package dev.grapevine.graph.reward.redemption;

import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.reward.CancellationPolicy;
import dev.grapevine.graph.reward.Reward;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.function.Function;

/**
 * Payment of redemptions with points, and refund, within the transaction of the redemption. No
 * rejection of the ledger is final here: the change of the stock must be rolled back too, and a
 * retry with the same idempotency key may succeed once the customer has enough points.
 *
 * <p>Idempotency keys of the ledger's commands are generated, so that they cannot collide with keys
 * of callers.
 */
@Component
class RedemptionPayment {

    private final PointsLedger ledger;

    RedemptionPayment(PointsLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Redeems the cost of the reward and returns the id of the entry. The balance before the
     * redemption follows from the entry, since the ledger has locked the wallet.
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
            case Result.Success<PointsEntry>(var entry, _) -> checkMinimum(reward, entry);
            case Result.Rejected<PointsEntry> rejected ->
                    notFinal(rejected, rejection -> translate(rejection, reward));
        };
    }

    private static Result<String> checkMinimum(Reward reward, PointsEntry entry) {
        var balance = entry.balanceAfter() + reward.cost();
        return isBelowMinimum(reward, balance)
                ? Result.rejected(belowMinimum(reward, balance))
                : Result.success(entry.id());
    }

    private static Rejection translate(Rejection rejection, Reward reward) {
        if (!(rejection
                instanceof
                dev.grapevine.graph.ledger.InsufficientPoints(var balance, var required))) {
            return rejection;
        }
        return isBelowMinimum(reward, balance)
                ? belowMinimum(reward, balance)
                : new InsufficientPoints(balance, required);
    }

    private static boolean isBelowMinimum(Reward reward, long balance) {
        return reward.minimumBalance() != null && balance < reward.minimumBalance();
    }

    private static NotEligible belowMinimum(Reward reward, long balance) {
        var minimum = reward.minimumBalance();
        return NotEligible.belowMinimum(balance, minimum == null ? 0 : minimum);
    }

    /** Refunds a redemption by its cancellation policy and returns the id of the entry, if any. */
    Result<Optional<String>> refund(Call call, Redemption redemption, String reason) {
        return switch (CancellationPolicy.valueOf(redemption.cancellationPolicy())) {
            case RESTORE_ORIGINAL_EXPIRY ->
                    refund(
                            call,
                            redemption,
                            ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY,
                            reason);
            case REISSUE -> refund(call, redemption, ReverseEntry.RefundPolicy.REISSUE, reason);
            case FORFEIT -> Result.success(Optional.empty());
        };
    }

    private Result<Optional<String>> refund(
            Call call, Redemption redemption, ReverseEntry.RefundPolicy refund, String reason) {
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
            Result.Rejected<PointsEntry> rejected, Function<Rejection, Rejection> translation) {
        return new Result.Rejected<>(
                rejected.rejections().stream().map(translation).toList(), false);
    }
}
