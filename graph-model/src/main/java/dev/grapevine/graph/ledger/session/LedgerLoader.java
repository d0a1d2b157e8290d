package dev.grapevine.graph.ledger.session;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
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
 * Loader of ledger sessions: locks wallets, creates missing ones and loads due events, inside a
 * transaction. One round trip without due events.
 */
@Component
public class LedgerLoader {

    /** Maximum number of due lots that are written in the transaction of a command. */
    public static final int MAX_DUE = 2_000;

    private static final CypherStatement LOCK =
            CypherStatement.of(LedgerLoader.class, "lock-wallets");
    private static final CypherStatement OPEN =
            CypherStatement.of(LedgerLoader.class, "open-wallets");
    private static final CypherStatement DUE_EVENTS =
            CypherStatement.of(LedgerLoader.class, "due-events");
    private static final CypherStatement NEXT_EVENT =
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
     * Locks wallets and opens their sessions; a wallet of an existing customer and currency that
     * does not exist yet is created. A session that is missing afterwards means that the customer
     * or the currency does not exist or is not visible. The time of the session is read after the
     * locks, so that no entry takes effect before entries of an earlier lock holder.
     */
    public LedgerSession open(Map<WalletKey, WalletRequest> requests) {
        var wallets = lock(requests);
        var ledger = new LedgerSession(times.now());
        if (wallets.size() < requests.size()) {
            wallets = withMissing(ledger, requests, wallets);
        }
        wallets.forEach(
                wallet -> {
                    var currency = currencies.byCode(wallet.brandId(), wallet.currency());
                    ledger.add(
                            new WalletSession(wallet, currency.orElseThrow(), ids, ledger.now()));
                });
        return ledger;
    }

    /** Locks wallets in the order of their keys; returns those that exist and are visible. */
    public List<Wallet> lock(Map<WalletKey, WalletRequest> requests) {
        var rows = new ArrayList<Map<String, Object>>();
        new TreeMap<>(requests)
                .forEach(
                        (key, request) -> {
                            var row = new HashMap<String, Object>();
                            row.put("key", key.text());
                            row.put("brandIds", request.brandIds());
                            rows.add(row);
                        });
        return graph.write(LOCK, Map.of("rows", rows), Rows.to(Wallet.class, "wallet"));
    }

    private List<Wallet> withMissing(
            LedgerSession ledger, Map<WalletKey, WalletRequest> requests, List<Wallet> existing) {
        var existingKeys = existing.stream().map(Wallet::walletKey).toList();
        var missing =
                requests.keySet().stream()
                        .filter(key -> !existingKeys.contains(key))
                        .sorted()
                        .toList();
        var owners =
                customers.byIds(
                        Caller.SYSTEM, missing.stream().map(WalletKey::customerId).toList());
        owners.values().forEach(ledger::load);
        var wallets = new ArrayList<Wallet>();
        for (var key : missing) {
            var owner = owners.get(key.customerId());
            if (owner != null
                    && Objects.requireNonNull(requests.get(key)).isVisibleIn(owner.brandId())
                    && currencies.byCode(owner.brandId(), key.currency()).isPresent()) {
                wallets.add(Wallet.empty(ids.next("wal"), owner.brandId(), key));
            }
        }
        if (wallets.isEmpty()) {
            return existing;
        }
        graph.write(OPEN, Map.of("wallets", wallets));
        return lock(requests);
    }

    /**
     * Writes due events into the sessions; returns false if more remain.
     *
     * @param max maximum number of due lots to load
     * @throws DueEventsPending if more than {@code max} are due in several wallets
     */
    public boolean processDueEvents(LedgerSession ledger, int max) {
        var due =
                ledger.all().stream()
                        .filter(session -> session.before().isDue(ledger.now()))
                        .toList();
        if (due.isEmpty()) {
            return true;
        }
        var nextEvents = nextEvents(due, ledger.now());
        var events = events(due, ledger.now(), max + 1);
        if (due.size() > 1 && events.values().stream().mapToInt(List::size).sum() > max) {
            throw new DueEventsPending(
                    due.stream().map(session -> session.before().walletKey()).toList());
        }
        var isComplete = true;
        for (var session : due) {
            var dueEvents = events.getOrDefault(session.before().id(), List.of());
            dueEvents.stream().limit(max).forEach(event -> event.lots().loadInto(session));
            var hasMore = dueEvents.size() > max;
            isComplete &= !hasMore;
            var hasAllInactiveLots =
                    !hasMore || dueEvents.get(max - 1).isAfterInactivityExpiryOf(session);
            var until = hasMore ? dueEvents.get(max - 1).at() : ledger.now();
            new DueEvents(session, hasAllInactiveLots, until).process();
            session.resetNextEvent(
                    hasMore
                            ? ledger.now()
                            : nextEvents.getOrDefault(session.before().id(), PointsLot.NEVER));
        }
        return isComplete;
    }

    /** Due lots and hold with the time of their event. */
    private record Due(OffsetDateTime at, StoredLots lots) {

        static Due of(Record row) {
            return new Due(row.get("at").asOffsetDateTime(), Rows.map(row, StoredLots.class));
        }

        boolean isAfterInactivityExpiryOf(WalletSession session) {
            return session.clock().inactiveExpiresAt() == null
                    || at.isAfter(session.clock().inactiveExpiresAt());
        }
    }

    private Map<String, List<Due>> events(List<WalletSession> due, OffsetDateTime now, int max) {
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
                DUE_EVENTS,
                Map.of("rows", rows, "now", now, "limit", max),
                row ->
                        events.computeIfAbsent(
                                        row.get("walletId").asString(), _ -> new ArrayList<>())
                                .add(Due.of(row)));
        return events;
    }

    private Map<String, OffsetDateTime> nextEvents(List<WalletSession> due, OffsetDateTime now) {
        var walletIds = due.stream().map(session -> session.before().id()).toList();
        return graph
                .read(
                        NEXT_EVENT,
                        Map.of("walletIds", walletIds, "now", now, "never", PointsLot.NEVER),
                        row -> row)
                .stream()
                .collect(
                        toMap(
                                row -> row.get("walletId").asString(),
                                row -> row.get("at").asOffsetDateTime()));
    }
}
