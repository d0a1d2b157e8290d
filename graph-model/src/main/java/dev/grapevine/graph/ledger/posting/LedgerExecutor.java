package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.IdempotencyKey;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.InsufficientPoints;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.session.DrawableLotsLoader;
import dev.grapevine.graph.ledger.session.LedgerLoader;
import dev.grapevine.graph.ledger.session.LedgerSession;
import dev.grapevine.graph.ledger.session.LedgerWriter;
import dev.grapevine.graph.ledger.session.PrefetchLoader;
import dev.grapevine.graph.ledger.session.WalletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Executor of ledger commands, many in one transaction: locks their wallets, loads the data that
 * they access, lets each decide in turn and writes the changed sessions.
 */
@Component
public class LedgerExecutor {

    private final LedgerLoader loader;
    private final DrawableLotsLoader drawableLots;
    private final PrefetchLoader prefetchLoader;
    private final LedgerWriter writer;
    private final GraphClient graph;

    LedgerExecutor(
            LedgerLoader loader,
            DrawableLotsLoader drawableLots,
            PrefetchLoader prefetchLoader,
            LedgerWriter writer,
            GraphClient graph) {
        this.loader = loader;
        this.drawableLots = drawableLots;
        this.prefetchLoader = prefetchLoader;
        this.writer = writer;
        this.graph = graph;
    }

    /**
     * Command with the id of its entry.
     *
     * @param key idempotency key, to be stored on the entry or on the record of a final rejection;
     *     null for none
     */
    public record QueuedCommand(
            LedgerCommand command, String entryId, @Nullable IdempotencyKey key) {}

    /** Locks the wallets of commands inside a transaction and opens their sessions. */
    public LedgerSession open(Collection<LedgerCommand> commands) {
        return loader.open(requests(commands));
    }

    /** Executes commands as {@link #execute(LedgerSession, List)} does, under their own locks. */
    public List<Result<PointsEntry>> execute(List<QueuedCommand> commands) {
        var ledger = open(commands.stream().map(QueuedCommand::command).toList());
        return execute(ledger, commands);
    }

    /**
     * Executes commands whose wallets are locked; returns one result for each, in their order.
     *
     * @throws DueEventsPending if due events must be written before, or if the commands together
     *     need more lots than one transaction should draw from, so that fewer commands must be
     *     executed at once
     */
    public List<Result<PointsEntry>> execute(LedgerSession ledger, List<QueuedCommand> commands) {
        var requests = requests(commands.stream().map(QueuedCommand::command).toList());
        if (!loader.processDueEvents(ledger, LedgerLoader.MAX_DUE)) {
            throw new DueEventsPending(List.copyOf(requests.keySet()));
        }
        drawableLots.load(ledger, requests);
        if (commands.size() > 1
                && commands.stream().anyMatch(queued -> exceedsMaxLots(ledger, requests, queued))) {
            throw new DueEventsPending(List.copyOf(requests.keySet()));
        }
        prefetchLoader.load(
                ledger,
                commands.stream()
                        .map(QueuedCommand::command)
                        .filter(command -> notFound(ledger, command) == null)
                        .toList());
        var declined = new ArrayList<LedgerWriter.DeclinedDebit>();
        var results = new ArrayList<Result<PointsEntry>>();
        for (var queued : commands) {
            var result = decide(ledger, queued);
            if (queued.key() != null) {
                ledger.add(queued.entryId(), queued.key());
            }
            recordDeclined(ledger, queued, result, declined);
            results.add(result);
        }
        writer.save(ledger, declined);
        return results;
    }

    private static Map<WalletKey, WalletRequest> requests(Collection<LedgerCommand> commands) {
        var requests = new HashMap<WalletKey, WalletRequest>();
        for (var command : commands) {
            var brandId = command.caller().brandId();
            command.walletAccess()
                    .forEach(
                            walletAccess ->
                                    requests.merge(
                                            walletAccess.wallet(),
                                            WalletRequest.by(brandId, walletAccess.draws()),
                                            WalletRequest::and));
        }
        return requests;
    }

    private static Result<PointsEntry> decide(LedgerSession ledger, QueuedCommand queued) {
        var command = queued.command();
        var notFound = notFound(ledger, command);
        if (notFound != null) {
            return Result.rejected(notFound);
        }
        if (command.walletAccess().stream()
                .anyMatch(walletAccess -> exceedsMaxLots(ledger, walletAccess))) {
            return Result.rejected(LedgerRejection.TOO_MANY_LOTS);
        }
        var result = command.decide(ledger, queued.entryId());
        if (command.mayOpenExpired()) {
            command.walletAccess()
                    .forEach(access -> new DueEvents(ledger.of(access.wallet())).process());
        }
        return result;
    }

    /**
     * Returns true if a wallet has the points that all commands together may draw, but in too many
     * lots.
     */
    private static boolean exceedsMaxLots(
            LedgerSession ledger, Map<WalletKey, WalletRequest> requests, QueuedCommand queued) {
        return queued.command().walletAccess().stream()
                .filter(walletAccess -> ledger.has(walletAccess.wallet()))
                .anyMatch(
                        access -> {
                            var draws =
                                    Objects.requireNonNull(requests.get(access.wallet())).draws();
                            return exceedsMaxLots(
                                    ledger,
                                    new LedgerCommand.WalletAccess(
                                            access.wallet(), access.field(), draws));
                        });
    }

    /** Returns true if a wallet has the points that the command may draw, but in too many lots. */
    private static boolean exceedsMaxLots(
            LedgerSession ledger, LedgerCommand.WalletAccess walletAccess) {
        var session = ledger.of(walletAccess.wallet());
        var drawable = Math.min(walletAccess.draws(), session.available());
        return session.lots().remaining() < drawable;
    }

    /**
     * Returns the rejection for the first wallet of the command that does not exist or is not
     * visible to its caller; null for none.
     */
    private static @Nullable NotFound notFound(LedgerSession ledger, LedgerCommand command) {
        for (var walletAccess : command.walletAccess()) {
            var key = walletAccess.wallet();
            if (!ledger.has(key)) {
                var owner = ledger.withoutWallet(key.customerId());
                return owner != null && command.caller().sees(owner.brandId())
                        ? new NotFound("Currency", key.currency(), "currency")
                        : new NotFound("Customer", key.customerId(), walletAccess.field());
            }
            if (!command.caller().sees(ledger.of(key).before().brandId())) {
                return new NotFound("Customer", key.customerId(), walletAccess.field());
            }
        }
        return null;
    }

    /** Collects a final rejection, to be stored as the result under its idempotency key. */
    private static void recordDeclined(
            LedgerSession ledger,
            QueuedCommand queued,
            Result<PointsEntry> result,
            List<LedgerWriter.DeclinedDebit> declined) {
        if (result instanceof Result.Rejected<PointsEntry>(var reasons, var isFinal)
                && isFinal
                && reasons.getFirst() instanceof InsufficientPoints(var balance, var required)) {
            var wallet = ledger.of(queued.command().walletAccess().getFirst().wallet()).before();
            declined.add(
                    new LedgerWriter.DeclinedDebit(
                            queued.entryId(), wallet.brandId(), wallet.id(), balance, required));
        }
    }

    /** Writes all due events of wallets, each in transactions of its own. */
    public void processDueEvents(Collection<WalletKey> wallets) {
        Set.copyOf(wallets).stream().sorted().forEach(this::processDueEvents);
    }

    private void processDueEvents(WalletKey wallet) {
        var isComplete = false;
        while (!isComplete) {
            isComplete =
                    graph.inOneTransaction(
                            () -> {
                                var ledger = loader.open(Map.of(wallet, WalletRequest.SYSTEM));
                                var isLast = loader.processDueEvents(ledger, LedgerLoader.MAX_DUE);
                                writer.save(ledger, List.of());
                                return isLast;
                            });
        }
    }
}
