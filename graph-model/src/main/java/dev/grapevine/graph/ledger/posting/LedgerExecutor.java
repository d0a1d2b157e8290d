package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.InsufficientPoints;
import dev.grapevine.graph.ledger.LedgerRejection;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.WalletKey;
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
 * Carries orders out, many in one transaction: locks their wallets, loads what they have to see,
 * has each decide in turn, and writes what came of it.
 */
@Component
public class LedgerExecutor {

    private final LedgerLoader loader;
    private final PrefetchLoader lookups;
    private final LedgerWriter store;
    private final GraphClient graphClient;

    LedgerExecutor(
            LedgerLoader loader,
            PrefetchLoader lookups,
            LedgerWriter store,
            GraphClient graphClient) {
        this.loader = loader;
        this.lookups = lookups;
        this.store = store;
        this.graphClient = graphClient;
    }

    /** An order with the id that its entry will have. */
    public record QueuedCommand(LedgerCommand order, String entryId) {}

    /**
     * Carries orders out inside a transaction; answers one outcome for each, in their order. Throws
     * {@link DueEventsPending} if wallets must be settled before, or if orders need more lots
     * together than one transaction should draw from: then fewer are to be tried.
     */
    public List<Result<PointsEntry>> execute(List<QueuedCommand> orders) {
        var walletRequest = requests(orders);
        var ledgerSession = loader.open(walletRequest);
        if (!loader.processDueEvents(ledgerSession, LedgerLoader.MAX_DUE)) {
            throw new DueEventsPending(List.copyOf(walletRequest.keySet()));
        }
        loader.drawable(ledgerSession, walletRequest);
        if (orders.size() > 1
                && orders.stream()
                        .anyMatch(one -> exceedsMaxLots(ledgerSession, walletRequest, one))) {
            throw new DueEventsPending(List.copyOf(walletRequest.keySet()));
        }
        lookups.load(
                ledgerSession,
                orders.stream()
                        .map(QueuedCommand::order)
                        .filter(ledgerCommand -> unknown(ledgerSession, ledgerCommand) == null)
                        .toList());
        var refused = new ArrayList<LedgerWriter.DeclinedRedemptionRow>();
        var results = new ArrayList<Result<PointsEntry>>();
        for (var queuedCommand : orders) {
            var result = decide(ledgerSession, queuedCommand);
            recordDeclined(ledgerSession, queuedCommand, result, refused);
            results.add(result);
        }
        store.store(ledgerSession, refused);
        return results;
    }

    private static Map<WalletKey, WalletRequest> requests(List<QueuedCommand> orders) {
        var walletRequest = new HashMap<WalletKey, WalletRequest>();
        for (var queuedCommand : orders) {
            var brandId = queuedCommand.order().caller().brandId();
            queuedCommand
                    .order()
                    .walletAccess()
                    .forEach(
                            walletAccess ->
                                    walletRequest.merge(
                                            walletAccess.wallet(),
                                            WalletRequest.by(brandId, walletAccess.draws()),
                                            WalletRequest::and));
        }
        return walletRequest;
    }

    private static Result<PointsEntry> decide(
            LedgerSession ledgerSession, QueuedCommand queuedCommand) {
        var ledgerCommand = queuedCommand.order();
        var notFound = unknown(ledgerSession, ledgerCommand);
        if (notFound != null) {
            return Result.rejected(notFound);
        }
        if (ledgerCommand.walletAccess().stream()
                .anyMatch(walletAccess -> exceedsMaxLots(ledgerSession, walletAccess))) {
            return Result.rejected(LedgerRejection.TOO_MANY_LOTS);
        }
        var result = ledgerCommand.decide(ledgerSession, queuedCommand.entryId());
        if (ledgerCommand.restores()) {
            ledgerCommand
                    .walletAccess()
                    .forEach(need -> new DueEvents(ledgerSession.of(need.wallet())).process());
        }
        return result;
    }

    /** Whether a wallet has what all orders may draw from it, but in too many lots. */
    private static boolean exceedsMaxLots(
            LedgerSession ledgerSession,
            Map<WalletKey, WalletRequest> walletRequest,
            QueuedCommand queuedCommand) {
        return queuedCommand.order().walletAccess().stream()
                .filter(walletAccess -> ledgerSession.has(walletAccess.wallet()))
                .anyMatch(
                        need -> {
                            var draws =
                                    Objects.requireNonNull(walletRequest.get(need.wallet()))
                                            .draws();
                            return exceedsMaxLots(
                                    ledgerSession,
                                    new LedgerCommand.WalletAccess(
                                            need.wallet(), need.field(), draws));
                        });
    }

    /** Whether a wallet has the points, but in more lots than one command may draw from. */
    private static boolean exceedsMaxLots(
            LedgerSession ledgerSession, LedgerCommand.WalletAccess walletAccess) {
        var walletSession = ledgerSession.of(walletAccess.wallet());
        var there = Math.min(walletAccess.draws(), walletSession.available());
        return walletSession.lots().remaining() < there;
    }

    /** Which of its wallets does not exist, or is not the caller's to see. */
    private static @Nullable NotFound unknown(
            LedgerSession ledgerSession, LedgerCommand ledgerCommand) {
        for (var walletAccess : ledgerCommand.walletAccess()) {
            var key = walletAccess.wallet();
            if (!ledgerSession.has(key)) {
                var owner = ledgerSession.withoutWallet(key.customerId());
                return owner != null && ledgerCommand.caller().sees(owner.brandId())
                        ? new NotFound("Currency", key.currency(), "currency")
                        : new NotFound("Customer", key.customerId(), walletAccess.field());
            }
            if (!ledgerCommand.caller().sees(ledgerSession.of(key).before().brandId())) {
                return new NotFound("Customer", key.customerId(), walletAccess.field());
            }
        }
        return null;
    }

    /** Notes a refusal that is the answer for ever. */
    private static void recordDeclined(
            LedgerSession ledgerSession,
            QueuedCommand queuedCommand,
            Result<PointsEntry> result,
            List<LedgerWriter.DeclinedRedemptionRow> refused) {
        if (result instanceof Result.Rejected<PointsEntry>(var reasons, var isFinal)
                && isFinal
                && reasons.getFirst() instanceof InsufficientPoints(var balance, var required)) {
            var wallet =
                    ledgerSession
                            .of(queuedCommand.order().walletAccess().getFirst().wallet())
                            .before();
            refused.add(
                    new LedgerWriter.DeclinedRedemptionRow(
                            queuedCommand.entryId(),
                            wallet.brandId(),
                            wallet.id(),
                            balance,
                            required));
        }
    }

    /** Settles wallets, each in a transaction of its own, until nothing is due in them. */
    public void processDueEvents(Collection<WalletKey> wallets) {
        Set.copyOf(wallets).stream().sorted().forEach(this::processDueEvents);
    }

    private void processDueEvents(WalletKey wallet) {
        var isAll = false;
        while (!isAll) {
            isAll =
                    graphClient.inOneTransaction(
                            () -> {
                                var ledgerSession =
                                        loader.open(Map.of(wallet, WalletRequest.BY_ITSELF));
                                var isDone =
                                        loader.processDueEvents(
                                                ledgerSession, LedgerLoader.MAX_DUE);
                                store.store(ledgerSession, List.of());
                                return isDone;
                            });
        }
    }
}
