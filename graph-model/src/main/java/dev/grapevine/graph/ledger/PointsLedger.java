package dev.grapevine.graph.ledger;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.batch.CommandBatcher;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.GraphClient;
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
import dev.grapevine.graph.ledger.posting.LedgerExecutor;
import dev.grapevine.graph.ledger.posting.RedeemCommand;
import dev.grapevine.graph.ledger.posting.RetryAfterDue;
import dev.grapevine.graph.ledger.posting.ReverseCommand;
import dev.grapevine.graph.ledger.posting.TransferCommand;
import dev.grapevine.graph.ledger.session.LedgerReader;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The ledger: exact under any load. Each command locks its wallets first and decides inside the
 * transaction that has the effect; concurrent commands share transactions. Amounts are whole
 * points. Every command is carried out once per idempotency key and answers its entry; all refuse
 * {@code INVALID_INPUT}, and {@code UNKNOWN_…} for what is not there or not the caller's to see;
 * whatever draws from more than 5,000 lots is refused with {@code TOO_MANY_LOTS}.
 *
 * <p>The ledger's door: checks what commands say, makes orders of them, and sends these in lanes to
 * the {@link LedgerExecutor}; inside a transaction, straight to it.
 */
@Component
public class PointsLedger {

    /** The most that one command may move. */
    public static final long MAX_AMOUNT = 1_000_000_000;

    /** The most awards in one batch. */
    public static final int MAX_BATCH = 500;

    private final LedgerExecutor executor;
    private final LedgerReader reader;
    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Ids ids;
    private final List<ReversalGuard> guards;
    private final RetryAfterDue retryAfterDue;
    private final CommandBatcher<QueuedAward, Result<PointsEntry>> batcher;

    PointsLedger(
            LedgerExecutor desk,
            LedgerReader reader,
            GraphClient graph,
            Idempotency idempotency,
            Ids ids,
            List<ReversalGuard> guards,
            CommandBatcher.Builder lanes) {
        this.executor = desk;
        this.reader = reader;
        this.graph = graph;
        this.idempotency = idempotency;
        this.ids = ids;
        this.guards = guards;
        this.retryAfterDue = new RetryAfterDue(desk, graph);
        this.batcher =
                lanes.create(
                        "ledger",
                        award -> award.order().walletAccess().getFirst().wallet().customerId(),
                        ticket -> ticket.once().scope(),
                        this::execute);
    }

    /** A command with its order, on the way to the desk. */
    private record QueuedAward(Idempotency.IdempotentCommand once, LedgerCommand order) {}

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
                right -> runAll(right.stream().map(this::queuedAward).toList()));
    }

    private QueuedAward queuedAward(Award award) {
        var cause = award.command().causedBy();
        var home =
                cause == null || !cause.startsWith("pte_")
                        ? null
                        : reader.walletOf(award.call().caller(), cause);
        return queuedAward(
                award.call(),
                award.command(),
                new AwardCommand(award.call().caller(), award.command(), home));
    }

    /** Makes pending points available. Refusals: {@code NOT_PENDING}. */
    public Result<PointsEntry> confirm(Call call, ConfirmPoints command) {
        var notFound = new NotFound("Entry", command.entryId(), "entryId");
        Function<WalletKey, LedgerCommand> ledgerCommand =
                home -> new ConfirmCommand(call.caller(), home, command);
        return at(call, command, notFound, "pte_", ledgerCommand);
    }

    /** Spends points. Refusals: {@link InsufficientPoints}, which is kept under its key. */
    public Result<PointsEntry> redeem(Call call, RedeemPoints command) {
        var validation = CommandValidator.check(call.check(), command);
        return run(call, command, validation, new RedeemCommand(call.caller(), command));
    }

    /** Sets points aside; the entry names the hold. Refusals: {@link InsufficientPoints}. */
    public Result<PointsEntry> hold(Call call, HoldPoints command) {
        var order = new HoldCommand(call.caller(), command, ids.next("hld"));
        return run(call, command, CommandValidator.check(call.check(), command), order);
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
        return at(call, command, notFound, "hld_", ledgerCommand);
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
        return run(call, command, validation, new TransferCommand(call.caller(), command));
    }

    /** Corrects a balance. Refusals: {@link InsufficientPoints}, {@code BALANCE_TOO_LARGE}. */
    public Result<PointsEntry> adjust(Call call, AdjustPoints command) {
        var order = new AdjustCommand(call.caller(), command);
        return run(call, command, CommandValidator.check(call.check(), command), order);
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
        return retryAfterDue.run(() -> reverseOnce(call, command));
    }

    private Result<PointsEntry> reverseOnce(Call call, ReverseEntry command) {
        var walletAccesses = reader.reversalWalletAccess(call.caller(), command);
        if (walletAccesses.isEmpty()) {
            return Result.rejected(new NotFound("Entry", command.entryId(), "entryId"));
        }
        var order = new ReverseCommand(call.caller(), command, walletAccesses);
        return execute(List.of(queuedAward(call, command, order))).getFirst();
    }

    /** Carries out what is to be done where an entry or a hold is. */
    private Result<PointsEntry> at(
            Call call,
            Command command,
            NotFound otherwise,
            String prefix,
            Function<WalletKey, LedgerCommand> ledgerCommand) {
        var validation = call.check();
        var isAsked = validation.isValid() && otherwise.key().startsWith(prefix);
        var home = isAsked ? reader.walletOf(call.caller(), otherwise.key()) : null;
        if (validation.isValid() && home == null) {
            return Result.rejected(otherwise);
        }
        return home == null
                ? validation.rejected()
                : run(call, command, validation, ledgerCommand.apply(home));
    }

    private Result<PointsEntry> run(
            Call call, Command command, Validation validation, LedgerCommand ledgerCommand) {
        return validation.isValid()
                ? runAll(List.of(queuedAward(call, command, ledgerCommand))).getFirst()
                : validation.rejected();
    }

    private QueuedAward queuedAward(Call call, Command command, LedgerCommand ledgerCommand) {
        return new QueuedAward(
                new Idempotency.IdempotentCommand(call, command, ids.next("pte")), ledgerCommand);
    }

    private List<Result<PointsEntry>> runAll(List<QueuedAward> awards) {
        if (graph.isInTransaction()) {
            return awards.stream()
                    .map(award -> retryAfterDue.run(() -> execute(List.of(award)).getFirst()))
                    .toList();
        }
        var results = batcher.submit(awards);
        var outcomes = new ArrayList<Result<PointsEntry>>();
        for (var i = 0; i < awards.size(); i++) {
            var ticket = awards.get(i);
            outcomes.add(retryAfterDue.run(results.get(i), () -> batcher.run(ticket)));
        }
        return outcomes;
    }

    private List<Result<PointsEntry>> execute(List<QueuedAward> awards) {
        var commands =
                awards.stream().collect(toMap(award -> award.once().scope(), QueuedAward::order));
        return idempotency.executeAll(
                awards.stream().map(QueuedAward::once).toList(),
                fresh ->
                        executor.execute(
                                fresh.stream()
                                        .map(
                                                idempotentCommand ->
                                                        new LedgerExecutor.QueuedCommand(
                                                                Objects.requireNonNull(
                                                                        commands.get(
                                                                                idempotentCommand
                                                                                        .scope())),
                                                                idempotentCommand.subjectId()))
                                        .toList()),
                reader::originalResults);
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
