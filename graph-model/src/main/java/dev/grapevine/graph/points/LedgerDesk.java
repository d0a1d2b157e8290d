package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Unknown;

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
class LedgerDesk {

    private final BooksLoader loader;
    private final LookupsLoader lookups;
    private final BooksStore store;
    private final Graph graph;

    LedgerDesk(BooksLoader loader, LookupsLoader lookups, BooksStore store, Graph graph) {
        this.loader = loader;
        this.lookups = lookups;
        this.store = store;
        this.graph = graph;
    }

    /** An order with the id that its entry will have. */
    record Ordered(Order order, String entryId) {}

    /**
     * Carries orders out inside a transaction; answers one outcome for each, in their order. Throws
     * {@link Unsettled} if wallets must be settled before, or if orders need more lots together
     * than one transaction should draw from: then fewer are to be tried.
     */
    List<Outcome<PointsEntry>> carryOut(List<Ordered> orders) {
        var wanted = wanted(orders);
        var books = loader.open(wanted);
        if (!loader.settle(books, BooksLoader.MOST_DUE)) {
            throw new Unsettled(List.copyOf(wanted.keySet()));
        }
        loader.toDraw(books, wanted);
        if (orders.size() > 1 && orders.stream().anyMatch(one -> isTooMuch(books, wanted, one))) {
            throw new Unsettled(List.copyOf(wanted.keySet()));
        }
        lookups.load(
                books,
                orders.stream()
                        .map(Ordered::order)
                        .filter(order -> unknown(books, order) == null)
                        .toList());
        var refused = new ArrayList<BooksStore.RefusedSpending>();
        var outcomes = new ArrayList<Outcome<PointsEntry>>();
        for (var ordered : orders) {
            var outcome = decide(books, ordered);
            remember(books, ordered, outcome, refused);
            outcomes.add(outcome);
        }
        store.store(books, refused);
        return outcomes;
    }

    private static Map<WalletKey, Wanted> wanted(List<Ordered> orders) {
        var wanted = new HashMap<WalletKey, Wanted>();
        for (var ordered : orders) {
            var brandId = ordered.order().caller().brandId();
            ordered.order()
                    .needs()
                    .forEach(
                            need ->
                                    wanted.merge(
                                            need.wallet(),
                                            Wanted.by(brandId, need.draws()),
                                            Wanted::and));
        }
        return wanted;
    }

    private static Outcome<PointsEntry> decide(Books books, Ordered ordered) {
        var order = ordered.order();
        var unknown = unknown(books, order);
        if (unknown != null) {
            return Outcome.refused(unknown);
        }
        if (order.needs().stream().anyMatch(need -> isTooMuch(books, need))) {
            return Outcome.refused(LedgerRefusal.TOO_MANY_LOTS);
        }
        var outcome = order.decide(books, ordered.entryId());
        if (order.restores()) {
            order.needs().forEach(need -> new Settlement(books.of(need.wallet())).settle());
        }
        return outcome;
    }

    /** Whether a wallet has what all orders may draw from it, but in too many lots. */
    private static boolean isTooMuch(Books books, Map<WalletKey, Wanted> wanted, Ordered ordered) {
        return ordered.order().needs().stream()
                .filter(need -> books.has(need.wallet()))
                .anyMatch(
                        need -> {
                            var draws = Objects.requireNonNull(wanted.get(need.wallet())).draws();
                            return isTooMuch(
                                    books, new Order.Need(need.wallet(), need.field(), draws));
                        });
    }

    /** Whether a wallet has the points, but in more lots than one command may draw from. */
    private static boolean isTooMuch(Books books, Order.Need need) {
        var book = books.of(need.wallet());
        var there = Math.min(need.draws(), book.available());
        return book.lots().remaining() < there;
    }

    /** Which of its wallets does not exist, or is not the caller's to see. */
    private static @Nullable Unknown unknown(Books books, Order order) {
        for (var need : order.needs()) {
            var key = need.wallet();
            if (!books.has(key)) {
                var owner = books.withoutWallet(key.customerId());
                return owner != null && order.caller().sees(owner.brandId())
                        ? new Unknown("Currency", key.currency(), "currency")
                        : new Unknown("Customer", key.customerId(), need.field());
            }
            if (!order.caller().sees(books.of(key).before().brandId())) {
                return new Unknown("Customer", key.customerId(), need.field());
            }
        }
        return null;
    }

    /** Notes a refusal that is the answer for ever. */
    private static void remember(
            Books books,
            Ordered ordered,
            Outcome<PointsEntry> outcome,
            List<BooksStore.RefusedSpending> refused) {
        if (outcome instanceof Outcome.Refused<PointsEntry>(var reasons, var isKept)
                && isKept
                && reasons.getFirst() instanceof InsufficientPoints(var balance, var required)) {
            var wallet = books.of(ordered.order().needs().getFirst().wallet()).before();
            refused.add(
                    new BooksStore.RefusedSpending(
                            ordered.entryId(), wallet.brandId(), wallet.id(), balance, required));
        }
    }

    /** Settles wallets, each in a transaction of its own, until nothing is due in them. */
    void settle(Collection<WalletKey> wallets) {
        Set.copyOf(wallets).stream().sorted().forEach(this::settle);
    }

    private void settle(WalletKey wallet) {
        var isAll = false;
        while (!isAll) {
            isAll =
                    graph.inOneTransaction(
                            () -> {
                                var books = loader.open(Map.of(wallet, Wanted.BY_ITSELF));
                                var isDone = loader.settle(books, BooksLoader.MOST_DUE);
                                store.store(books, List.of());
                                return isDone;
                            });
        }
    }
}
