package dev.grapevine.graph.ledger.posting;

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
 * Carries orders out, many in one transaction: locks their wallets, loads what they have to see,
 * has each decide in turn, and writes what came of it.
 */
@Component
public class LedgerExecutor {

    private final LedgerLoader loader;
    private final DrawableLotsLoader drawableLots;
    private final PrefetchLoader lookups;
    private final LedgerWriter store;
    private final GraphClient graph;

    LedgerExecutor(
            LedgerLoader loader,
            DrawableLotsLoader drawableLots,
            PrefetchLoader lookups,
            LedgerWriter store,
            GraphClient graph) {
        this.loader = loader;
        this.drawableLots = drawableLots;
        this.lookups = lookups;
        this.store = store;
        this.graph = graph;
    }

    /** An order with the id that its entry will have. */
    public record QueuedCommand(LedgerCommand order, String entryId) {}

    /**
     * Carries orders out inside a transaction; answers one outcome for each, in their order. Throws
     * {@link DueEventsPending} if wallets must be settled before, or if orders need more lots
     * together than one transaction should draw from: then fewer are to be tried.
     */
    public List<Result<PointsEntry>> execute(List<QueuedCommand> orders) {
        var request = requests(orders);
        var ledger = loader.open(request);
        if (!loader.processDueEvents(ledger, LedgerLoader.MAX_DUE)) {
            throw new DueEventsPending(List.copyOf(request.keySet()));
        }
        drawableLots.load(ledger, request);
        if (orders.size() > 1
                && orders.stream().anyMatch(one -> exceedsMaxLots(ledger, request, one))) {
            throw new DueEventsPending(List.copyOf(request.keySet()));
        }
        lookups.load(
                ledger,
                orders.stream()
                        .map(QueuedCommand::order)
                        .filter(command -> unknown(ledger, command) == null)
                        .toList());
        var refused = new ArrayList<LedgerWriter.DeclinedRedemptionRow>();
        var results = new ArrayList<Result<PointsEntry>>();
        for (var queued : orders) {
            var result = decide(ledger, queued);
            recordDeclined(ledger, queued, result, refused);
            results.add(result);
        }
        store.store(ledger, refused);
        return results;
    }

    private static Map<WalletKey, WalletRequest> requests(List<QueuedCommand> orders) {
        var request = new HashMap<WalletKey, WalletRequest>();
        for (var queued : orders) {
            var brandId = queued.order().caller().brandId();
            queued.order()
                    .walletAccess()
                    .forEach(
                            walletAccess ->
                                    request.merge(
                                            walletAccess.wallet(),
                                            WalletRequest.by(brandId, walletAccess.draws()),
                                            WalletRequest::and));
        }
        return request;
    }

    private static Result<PointsEntry> decide(LedgerSession ledger, QueuedCommand queued) {
        var command = queued.order();
        var notFound = unknown(ledger, command);
        if (notFound != null) {
            return Result.rejected(notFound);
        }
        if (command.walletAccess().stream()
                .anyMatch(walletAccess -> exceedsMaxLots(ledger, walletAccess))) {
            return Result.rejected(LedgerRejection.TOO_MANY_LOTS);
        }
        var result = command.decide(ledger, queued.entryId());
        if (command.restores()) {
            command.walletAccess()
                    .forEach(need -> new DueEvents(ledger.of(need.wallet())).process());
        }
        return result;
    }

    /** Whether a wallet has what all orders may draw from it, but in too many lots. */
    private static boolean exceedsMaxLots(
            LedgerSession ledger, Map<WalletKey, WalletRequest> request, QueuedCommand queued) {
        return queued.order().walletAccess().stream()
                .filter(walletAccess -> ledger.has(walletAccess.wallet()))
                .anyMatch(
                        need -> {
                            var draws = Objects.requireNonNull(request.get(need.wallet())).draws();
                            return exceedsMaxLots(
                                    ledger,
                                    new LedgerCommand.WalletAccess(
                                            need.wallet(), need.field(), draws));
                        });
    }

    /** Whether a wallet has the points, but in more lots than one command may draw from. */
    private static boolean exceedsMaxLots(
            LedgerSession ledger, LedgerCommand.WalletAccess walletAccess) {
        var session = ledger.of(walletAccess.wallet());
        var there = Math.min(walletAccess.draws(), session.available());
        return session.lots().remaining() < there;
    }

    /** Which of its wallets does not exist, or is not the caller's to see. */
    private static @Nullable NotFound unknown(LedgerSession ledger, LedgerCommand command) {
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

    /** Notes a refusal that is the answer for ever. */
    private static void recordDeclined(
            LedgerSession ledger,
            QueuedCommand queued,
            Result<PointsEntry> result,
            List<LedgerWriter.DeclinedRedemptionRow> refused) {
        if (result instanceof Result.Rejected<PointsEntry>(var reasons, var isFinal)
                && isFinal
                && reasons.getFirst() instanceof InsufficientPoints(var balance, var required)) {
            var wallet = ledger.of(queued.order().walletAccess().getFirst().wallet()).before();
            refused.add(
                    new LedgerWriter.DeclinedRedemptionRow(
                            queued.entryId(), wallet.brandId(), wallet.id(), balance, required));
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
                    graph.inOneTransaction(
                            () -> {
                                var ledger = loader.open(Map.of(wallet, WalletRequest.BY_ITSELF));
                                var isDone = loader.processDueEvents(ledger, LedgerLoader.MAX_DUE);
                                store.store(ledger, List.of());
                                return isDone;
                            });
        }
    }
}
