package dev.grapevine.graph.ledger.session;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.currency.Currencies;
import dev.grapevine.graph.ledger.posting.DueEvents;
import dev.grapevine.graph.ledger.posting.DueEventsPending;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Locks wallets and opens their books, inside a transaction: what has happened by itself is written
 * into them first. For awards one round trip; one or two more for whatever draws from lots.
 */
@Component
public class LedgerLoader {

    /** How many lots may fall due beside a command; more are settled before it. */
    public static final int MAX_DUE = 2_000;

    private static final CypherStatement LOCK =
            CypherStatement.of(LedgerLoader.class, "lock-wallets");
    private static final CypherStatement OPEN =
            CypherStatement.of(LedgerLoader.class, "open-wallets");
    private static final CypherStatement DUE = CypherStatement.of(LedgerLoader.class, "due-events");
    private static final CypherStatement NEXT_DUE =
            CypherStatement.of(LedgerLoader.class, "next-due");

    private final GraphClient graph;
    private final Customers customers;
    private final Currencies currencies;
    private final Ids ids;
    private final Times times;

    LedgerLoader(
            GraphClient graph, Customers customers, Currencies currencies, Ids ids, Times times) {
        this.graph = graph;
        this.customers = customers;
        this.currencies = currencies;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Opens the books of wallets that exist, or may: a wallet of a currency that was defined after
     * its customer was enrolled is made. Books that are missing afterwards name a customer or a
     * currency that does not exist. They are as of when the wallets were locked: who has waited for
     * the lock must not write what took effect after it.
     */
    public LedgerSession open(Map<WalletKey, WalletRequest> request) {
        var wallets = lock(request);
        var ledger = new LedgerSession(times.now());
        if (wallets.size() < request.size()) {
            wallets = withNewOnes(ledger, request, wallets);
        }
        wallets.forEach(
                wallet -> {
                    var currency = currencies.byCode(wallet.brandId(), wallet.currency());
                    ledger.add(
                            new WalletSession(wallet, currency.orElseThrow(), ids, ledger.now()));
                });
        return ledger;
    }

    private List<Wallet> lock(Map<WalletKey, WalletRequest> request) {
        var rows = new ArrayList<Map<String, Object>>();
        new TreeMap<>(request)
                .forEach(
                        (key, by) -> {
                            var row = new HashMap<String, Object>();
                            row.put("key", key.text());
                            row.put("brandIds", by.brandIds());
                            rows.add(row);
                        });
        return graph.write(LOCK, Map.of("rows", rows), row -> row.get("wallet").as(Wallet.class));
    }

    private List<Wallet> withNewOnes(
            LedgerSession ledger, Map<WalletKey, WalletRequest> request, List<Wallet> known) {
        var there = known.stream().map(Wallet::walletKey).toList();
        var missing =
                request.keySet().stream().filter(key -> !there.contains(key)).sorted().toList();
        var owners =
                customers.byIds(
                        Caller.SYSTEM, missing.stream().map(WalletKey::customerId).toList());
        owners.values().forEach(ledger::load);
        var wallets = new ArrayList<Wallet>();
        for (var key : missing) {
            var owner = owners.get(key.customerId());
            if (owner != null
                    && Objects.requireNonNull(request.get(key)).isSeenFrom(owner.brandId())
                    && currencies.byCode(owner.brandId(), key.currency()).isPresent()) {
                wallets.add(Wallet.empty(ids.next("wal"), owner.brandId(), key));
            }
        }
        if (wallets.isEmpty()) {
            return known;
        }
        graph.write(OPEN, Map.of("wallets", wallets));
        return lock(request);
    }

    /**
     * Writes into the books what has happened by itself. Throws {@link DueEventsPending} if that is
     * too much for one transaction and more than one wallet has a share in it.
     *
     * @param most how many lots may fall due
     * @return whether that was all
     */
    public boolean processDueEvents(LedgerSession ledger, int most) {
        var due =
                ledger.all().stream()
                        .filter(session -> session.before().isDue(ledger.now()))
                        .toList();
        if (due.isEmpty()) {
            return true;
        }
        var nextDue = nextDue(due, ledger.now());
        var events = events(due, ledger.now(), most + 1);
        if (due.size() > 1 && events.values().stream().mapToInt(List::size).sum() > most) {
            throw new DueEventsPending(
                    due.stream().map(book -> book.before().walletKey()).toList());
        }
        var isAll = true;
        for (var book : due) {
            var own = events.getOrDefault(book.before().id(), List.of());
            own.stream().limit(most).forEach(event -> event.lots().tell(book));
            var isRest = own.size() > most;
            isAll &= !isRest;
            var hasAllInactiveLots = !isRest || own.get(most - 1).isAfterInactivityExpiryOf(book);
            var until = isRest ? own.get(most - 1).at() : ledger.now();
            new DueEvents(book, hasAllInactiveLots, until).process();
            book.nextEventAt(
                    isRest
                            ? ledger.now()
                            : nextDue.getOrDefault(book.before().id(), PointsLot.NEVER));
        }
        return isAll;
    }

    /** Lots that are due, and when; in the order in which that happens. */
    private record Due(OffsetDateTime at, StoredLots lots) {

        static Due of(Record row) {
            return new Due(row.get("at").asOffsetDateTime(), row.as(StoredLots.class));
        }

        boolean isAfterInactivityExpiryOf(WalletSession session) {
            return session.clock().inactiveExpiresAt() == null
                    || at.isAfter(session.clock().inactiveExpiresAt());
        }
    }

    private Map<String, List<Due>> events(List<WalletSession> due, OffsetDateTime now, int most) {
        var rows =
                due.stream()
                        .map(
                                session ->
                                        Map.<String, Object>of(
                                                "walletId",
                                                session.before().id(),
                                                "until",
                                                session.clock().isInactivityExpired()
                                                        ? PointsLot.NEVER
                                                        : now,
                                                "inactiveExpiresAt",
                                                Objects.requireNonNullElse(
                                                        session.clock().inactiveExpiresAt(),
                                                        PointsLot.NEVER)))
                        .toList();
        var events = new HashMap<String, List<Due>>();
        graph.read(
                DUE,
                Map.of("rows", rows, "now", now, "limit", most),
                row ->
                        events.computeIfAbsent(
                                        row.get("walletId").asString(), _ -> new ArrayList<>())
                                .add(Due.of(row)));
        return events;
    }

    private Map<String, OffsetDateTime> nextDue(List<WalletSession> due, OffsetDateTime now) {
        var walletIds = due.stream().map(session -> session.before().id()).toList();
        return graph
                .read(
                        NEXT_DUE,
                        Map.of("walletIds", walletIds, "now", now, "never", PointsLot.NEVER),
                        row -> row)
                .stream()
                .collect(
                        toMap(
                                row -> row.get("walletId").asString(),
                                row -> row.get("at").asOffsetDateTime()));
    }
}
