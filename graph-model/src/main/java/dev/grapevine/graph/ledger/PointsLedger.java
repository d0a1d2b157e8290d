package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.command.AdjustPoints;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.command.CaptureHold;
import dev.grapevine.graph.ledger.command.CommandValidator;
import dev.grapevine.graph.ledger.command.ConfirmPoints;
import dev.grapevine.graph.ledger.command.HoldPoints;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.command.ReleaseHold;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.command.TransferPoints;
import dev.grapevine.graph.ledger.posting.AdjustCommand;
import dev.grapevine.graph.ledger.posting.AwardCommand;
import dev.grapevine.graph.ledger.posting.CaptureOrReleaseCommand;
import dev.grapevine.graph.ledger.posting.ConfirmCommand;
import dev.grapevine.graph.ledger.posting.HoldCommand;
import dev.grapevine.graph.ledger.posting.LedgerCommand;
import dev.grapevine.graph.ledger.posting.LedgerCommandRunner;
import dev.grapevine.graph.ledger.posting.LedgerExecutor;
import dev.grapevine.graph.ledger.posting.RedeemCommand;
import dev.grapevine.graph.ledger.posting.ReverseCommand;
import dev.grapevine.graph.ledger.posting.TransferCommand;
import dev.grapevine.graph.ledger.session.LedgerReader;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Service that executes ledger commands, exactly under any concurrency: a command locks its
 * wallets, decides and writes in one transaction, which concurrent commands share. Amounts are
 * whole points. Each command has one effect per idempotency key and returns its entry. Every method
 * rejects with {@code INVALID_INPUT}, with {@code …_NOT_FOUND} for nodes that do not exist or are
 * not visible to the caller, and with {@code TOO_MANY_LOTS} if a debit would draw from more than
 * {@link #MAX_LOTS} lots.
 */
@Component
public class PointsLedger {

    /** Maximum amount of one command. */
    public static final long MAX_AMOUNT = 1_000_000_000;

    /** Maximum number of lots that the debits of one command draw from. */
    public static final int MAX_LOTS = 5_000;

    /** Maximum number of awards in one batch. */
    public static final int MAX_BATCH = 500;

    private final LedgerExecutor executor;
    private final LedgerReader reader;
    private final LedgerCommandRunner runner;
    private final CommandValidator validator;
    private final Ids ids;
    private final List<ReversalGuard> guards;

    PointsLedger(
            LedgerExecutor executor,
            LedgerReader reader,
            LedgerCommandRunner runner,
            CommandValidator validator,
            Ids ids,
            List<ReversalGuard> guards) {
        this.executor = executor;
        this.reader = reader;
        this.runner = runner;
        this.validator = validator;
        this.ids = ids;
        this.guards = guards;
    }

    /**
     * Awards points, available or pending. Rejections: {@code BALANCE_TOO_LARGE}, {@code
     * CAUSE_REVERSED}, {@link AwardLimitExceeded}.
     */
    public Result<PointsEntry> award(Call call, AwardPoints command) {
        return awardAll(List.of(new Award(call, command))).getFirst();
    }

    /**
     * Awards points in one batch; returns one result for each award, in their order.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_BATCH} awards
     */
    public List<Result<PointsEntry>> awardAll(List<Award> awards) {
        if (awards.size() > MAX_BATCH) {
            throw new IllegalArgumentException(
                    awards.size() + " awards exceed the maximum of " + MAX_BATCH);
        }
        return Result.checked(
                awards,
                award -> validator.check(award.call().check(), award.command()),
                valid -> runner.runAll(valid.stream().map(this::queued).toList()));
    }

    private LedgerCommandRunner.Queued queued(Award award) {
        var cause = award.command().causedBy();
        var wallet =
                cause == null || !cause.startsWith("pte_")
                        ? null
                        : reader.walletOf(award.call().caller(), cause);
        return runner.queued(
                award.call(),
                award.command(),
                new AwardCommand(award.call().caller(), award.command(), wallet));
    }

    /** Makes pending points available. Rejections: {@code NOT_PENDING}. */
    public Result<PointsEntry> confirm(Call call, ConfirmPoints command) {
        var notFound = new NotFound("Entry", command.entryId(), "entryId");
        Function<WalletKey, LedgerCommand> ledgerCommand =
                wallet -> new ConfirmCommand(call.caller(), wallet, command);
        return runner.runWhereStored(call, command, notFound, "pte_", ledgerCommand);
    }

    /** Redeems points. Rejections: {@link InsufficientPoints}, which is final. */
    public Result<PointsEntry> redeem(Call call, RedeemPoints command) {
        var validation = validator.check(call.check(), command);
        return runner.run(call, command, validation, new RedeemCommand(call.caller(), command));
    }

    /** Sets points aside; the entry names the hold. Rejections: {@link InsufficientPoints}. */
    public Result<PointsEntry> hold(Call call, HoldPoints command) {
        var ledgerCommand = new HoldCommand(call.caller(), command, ids.next("hld"));
        return runner.run(call, command, validator.check(call.check(), command), ledgerCommand);
    }

    /**
     * Redeems held points and releases the rest of the hold into the lots that the points were
     * drawn from. Rejections: {@code HOLD_CLOSED}, {@code HOLD_EXPIRED}, {@code CAPTURE_TOO_LARGE}.
     */
    public Result<PointsEntry> capture(Call call, CaptureHold command) {
        var validation = validator.check(call.check(), command);
        return validation.isValid()
                ? close(call, command, command.holdId(), command.amount())
                : validation.rejected();
    }

    /**
     * Releases held points into the lots that they were drawn from. Rejections: {@code
     * HOLD_CLOSED}, {@code HOLD_EXPIRED}.
     */
    public Result<PointsEntry> release(Call call, ReleaseHold command) {
        return close(call, command, command.holdId(), 0L);
    }

    private Result<PointsEntry> close(
            Call call, Command command, String holdId, @Nullable Long amount) {
        var notFound = new NotFound("Hold", holdId, "holdId");
        Function<WalletKey, LedgerCommand> ledgerCommand =
                wallet -> new CaptureOrReleaseCommand(call.caller(), wallet, holdId, amount);
        return runner.runWhereStored(call, command, notFound, "hld_", ledgerCommand);
    }

    /**
     * Transfers points between two customers of a brand; returns the entry of the sender.
     * Rejections: {@link InsufficientPoints}, {@code NOT_TRANSFERABLE}, {@code TRANSFER_TO_SELF},
     * {@code TRANSFER_LIMIT_EXCEEDED}, {@code BALANCE_TOO_LARGE}.
     */
    public Result<PointsEntry> transfer(Call call, TransferPoints command) {
        var validation = validator.check(call.check(), command);
        if (validation.isValid() && command.sender().equals(command.recipient())) {
            return Result.rejected(LedgerRejection.TRANSFER_TO_SELF);
        }
        return runner.run(call, command, validation, new TransferCommand(call.caller(), command));
    }

    /**
     * Corrects a balance, up or down. Rejections: {@link InsufficientPoints}, {@code
     * BALANCE_TOO_LARGE}.
     */
    public Result<PointsEntry> adjust(Call call, AdjustPoints command) {
        var ledgerCommand = new AdjustCommand(call.caller(), command);
        return runner.run(call, command, validator.check(call.check(), command), ledgerCommand);
    }

    /**
     * Reverses an entry, once, and its share of every entry that names the entry as its cause. A
     * reversal of a credit draws from the lot of the credit first, then from the lots that expire
     * soonest; the part that exceeds the balance becomes debt or rejects the command, by the
     * negative balance policy; expired points are written off. A reversal of a debit restores the
     * lots that the debit drew from. Rejections: {@code ALREADY_REVERSED}, {@code NOT_REVERSIBLE},
     * {@code REVERSAL_TOO_LARGE}, {@code ALREADY_REDEEMED}, and those of the {@link
     * ReversalGuard}s.
     */
    public Result<PointsEntry> reverse(Call call, ReverseEntry command) {
        return reverse(call, command, guards);
    }

    /**
     * Reverses an entry as {@link #reverse} does, without consulting the {@link ReversalGuard}s:
     * for the module whose guard protects the entry.
     */
    public Result<PointsEntry> refund(Call call, ReverseEntry command) {
        return reverse(call, command, List.of());
    }

    private Result<PointsEntry> reverse(
            Call call, ReverseEntry command, List<ReversalGuard> checked) {
        var validation = validator.check(call.check(), command);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        for (var guard : checked) {
            var rejection = guard.rejection(call.caller(), command.entryId());
            if (rejection.isPresent()) {
                return Result.rejected(rejection.get());
            }
        }
        // Not batched: another command of the batch could change the entries to reverse.
        return runner.runAlone(() -> reverseOnce(call, command));
    }

    private Result<PointsEntry> reverseOnce(Call call, ReverseEntry command) {
        var walletAccesses = reader.reversalWalletAccess(call.caller(), command);
        if (walletAccesses.isEmpty()) {
            return Result.rejected(new NotFound("Entry", command.entryId(), "entryId"));
        }
        var ledgerCommand = new ReverseCommand(call.caller(), command, walletAccesses);
        return runner.execute(call, command, ledgerCommand);
    }

    /** Writes the due events of wallets: unlocking, expiry and hold expiry. Idempotent. */
    public void processDueEvents(Collection<String> walletIds) {
        executor.processDueEvents(reader.keysOf(walletIds));
    }

    /** Award of a batch, with an idempotency key of its own. */
    public record Award(Call call, AwardPoints command) {}
}
