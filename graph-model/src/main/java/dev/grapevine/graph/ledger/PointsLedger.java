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
 * The ledger: exact under any load. Each command locks its wallets first and decides inside the
 * transaction that has the effect; concurrent commands share transactions. Amounts are whole
 * points. Every command is carried out once per idempotency key and answers its entry; all refuse
 * {@code INVALID_INPUT}, and {@code UNKNOWN_…} for what is not there or not the caller's to see;
 * whatever draws from more than 5,000 lots is refused with {@code TOO_MANY_LOTS}.
 *
 * <p>Validates commands, turns each into a {@link LedgerCommand}, and has it run by the {@link
 * LedgerCommandRunner}.
 */
@Component
public class PointsLedger {

    /** The most that one command may move. */
    public static final long MAX_AMOUNT = 1_000_000_000;

    /** The most awards in one batch. */
    public static final int MAX_BATCH = 500;

    private final LedgerExecutor executor;
    private final LedgerReader reader;
    private final LedgerCommandRunner runner;
    private final Ids ids;
    private final List<ReversalGuard> guards;

    PointsLedger(
            LedgerExecutor executor,
            LedgerReader reader,
            LedgerCommandRunner runner,
            Ids ids,
            List<ReversalGuard> guards) {
        this.executor = executor;
        this.reader = reader;
        this.runner = runner;
        this.ids = ids;
        this.guards = guards;
    }

    /**
     * Gives points. Refusals: {@code BALANCE_TOO_LARGE}, {@code CAUSE_REVERSED}, {@link
     * AwardLimitExceeded}.
     */
    public Result<PointsEntry> award(Call call, AwardPoints command) {
        return awardAll(List.of(new Award(call, command))).getFirst();
    }

    /** Gives points to many; each award has its own outcome, in its place. */
    public List<Result<PointsEntry>> awardAll(List<Award> awards) {
        if (awards.size() > MAX_BATCH) {
            throw new IllegalArgumentException(awards.size() + " awards are too many");
        }
        return Result.checked(
                awards,
                award -> CommandValidator.check(award.call().check(), award.command()),
                right -> runner.runAll(right.stream().map(this::queued).toList()));
    }

    private LedgerCommandRunner.Queued queued(Award award) {
        var cause = award.command().causedBy();
        var home =
                cause == null || !cause.startsWith("pte_")
                        ? null
                        : reader.walletOf(award.call().caller(), cause);
        return runner.queued(
                award.call(),
                award.command(),
                new AwardCommand(award.call().caller(), award.command(), home));
    }

    /** Makes pending points available. Refusals: {@code NOT_PENDING}. */
    public Result<PointsEntry> confirm(Call call, ConfirmPoints command) {
        var notFound = new NotFound("Entry", command.entryId(), "entryId");
        Function<WalletKey, LedgerCommand> ledgerCommand =
                home -> new ConfirmCommand(call.caller(), home, command);
        return runner.runWhereStored(call, command, notFound, "pte_", ledgerCommand);
    }

    /** Spends points. Refusals: {@link InsufficientPoints}, which is kept under its key. */
    public Result<PointsEntry> redeem(Call call, RedeemPoints command) {
        var validation = CommandValidator.check(call.check(), command);
        return runner.run(call, command, validation, new RedeemCommand(call.caller(), command));
    }

    /** Sets points aside; the entry names the hold. Refusals: {@link InsufficientPoints}. */
    public Result<PointsEntry> hold(Call call, HoldPoints command) {
        var order = new HoldCommand(call.caller(), command, ids.next("hld"));
        return runner.run(call, command, CommandValidator.check(call.check(), command), order);
    }

    /**
     * Spends held points; what is left of the hold comes back into the lots that it was drawn from.
     * Refusals: {@code HOLD_CLOSED}, {@code HOLD_EXPIRED}, {@code CAPTURE_TOO_LARGE}.
     */
    public Result<PointsEntry> capture(Call call, CaptureHold command) {
        var validation = CommandValidator.check(call.check(), command);
        return validation.isValid()
                ? close(call, command, command.holdId(), command.amount())
                : validation.rejected();
    }

    /**
     * Brings held points back into the lots that they were drawn from. Refusals: {@code
     * HOLD_CLOSED}, {@code HOLD_EXPIRED}.
     */
    public Result<PointsEntry> release(Call call, ReleaseHold command) {
        return close(call, command, command.holdId(), 0L);
    }

    private Result<PointsEntry> close(
            Call call, Command command, String holdId, @Nullable Long amount) {
        var notFound = new NotFound("Hold", holdId, "holdId");
        Function<WalletKey, LedgerCommand> ledgerCommand =
                home -> new CaptureOrReleaseCommand(call.caller(), home, holdId, amount);
        return runner.runWhereStored(call, command, notFound, "hld_", ledgerCommand);
    }

    /**
     * Gives points of one customer to another; answers the giver's entry. Refusals: {@link
     * InsufficientPoints}, {@code NOT_TRANSFERABLE}, {@code TRANSFER_TO_SELF}, {@code
     * TRANSFER_LIMIT_EXCEEDED}, {@code BALANCE_TOO_LARGE}.
     */
    public Result<PointsEntry> transfer(Call call, TransferPoints command) {
        var validation = CommandValidator.check(call.check(), command);
        if (validation.isValid() && command.fromCustomerId().equals(command.toCustomerId())) {
            return Result.rejected(LedgerRejection.TRANSFER_TO_SELF);
        }
        return runner.run(call, command, validation, new TransferCommand(call.caller(), command));
    }

    /** Corrects a balance. Refusals: {@link InsufficientPoints}, {@code BALANCE_TOO_LARGE}. */
    public Result<PointsEntry> adjust(Call call, AdjustPoints command) {
        var order = new AdjustCommand(call.caller(), command);
        return runner.run(call, command, CommandValidator.check(call.check(), command), order);
    }

    /**
     * Takes an entry back, once. What was earned leaves its own lot first, then those that expire
     * soonest; what the wallet lacks is owed or the reversal is refused, as the currency says; what
     * has expired costs nothing more. What was spent comes back into the lots that it was drawn
     * from. What an entry caused is taken back with it. Refusals: {@code ALREADY_REVERSED}, {@code
     * NOT_REVERSIBLE}, {@code REVERSAL_TOO_LARGE}, {@code ALREADY_SPENT}, and whatever a {@link
     * ReversalGuard} says of an entry that something was paid by.
     */
    public Result<PointsEntry> reverse(Call call, ReverseEntry command) {
        return reverse(call, command, guards);
    }

    /**
     * As {@link #reverse}, for the room that has let something be paid by the entry and takes that
     * back: no guard is asked.
     */
    public Result<PointsEntry> refund(Call call, ReverseEntry command) {
        return reverse(call, command, List.of());
    }

    /** Alone in its transaction: what it takes back must not change beside it. */
    private Result<PointsEntry> reverse(
            Call call, ReverseEntry command, List<ReversalGuard> asked) {
        var validation = CommandValidator.check(call.check(), command);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        for (var guard : asked) {
            var obstacle = guard.obstacle(call.caller(), command.entryId());
            if (obstacle.isPresent()) {
                return Result.rejected(obstacle.get());
            }
        }
        return runner.runAlone(() -> reverseOnce(call, command));
    }

    private Result<PointsEntry> reverseOnce(Call call, ReverseEntry command) {
        var walletAccesses = reader.reversalWalletAccess(call.caller(), command);
        if (walletAccesses.isEmpty()) {
            return Result.rejected(new NotFound("Entry", command.entryId(), "entryId"));
        }
        var order = new ReverseCommand(call.caller(), command, walletAccesses);
        return runner.execute(call, command, order);
    }

    /**
     * Writes what has happened by itself in these wallets: points that matured or expired, holds
     * that timed out. Doing it twice does nothing.
     */
    public void processDueEvents(Collection<String> walletIds) {
        executor.processDueEvents(reader.keysOf(walletIds));
    }

    /** An award of a batch, under a key of its own. */
    public record Award(Call call, AwardPoints command) {}
}
