package dev.grapevine.graph.points;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Lanes;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.SharedLookup;
import dev.grapevine.graph.kernel.Times;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Wallets by Cypher. */
@Component
class CypherWallets implements Wallets {

    private static final CypherFile BY_KEYS = CypherFile.of(CypherWallets.class, "wallets-by-keys");
    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(CypherWallets.class, "wallets-of-customers");
    private static final CypherFile BY_IDS = CypherFile.of(CypherWallets.class, "wallets-by-ids");
    private static final CypherFile ENTRIES_BY_IDS =
            CypherFile.of(CypherWallets.class, "entries-by-ids");
    private static final CypherFile ENTRIES =
            CypherFile.of(CypherWallets.class, "entries-of-wallets");
    private static final CypherFile ENTRIES_OF_PERIOD =
            CypherFile.of(CypherWallets.class, "entries-of-period");
    private static final CypherFile HOLDS_BY_IDS =
            CypherFile.of(CypherWallets.class, "holds-by-ids");
    private static final CypherFile OPEN_HOLDS =
            CypherFile.of(CypherWallets.class, "open-holds-of-wallets");
    private static final CypherFile BALANCES_AT = CypherFile.of(CypherWallets.class, "balances-at");
    private static final CypherFile EXPIRING = CypherFile.of(CypherWallets.class, "expiring");
    private static final CypherFile STATEMENTS = CypherFile.of(CypherWallets.class, "statements");

    private final Graph graph;
    private final LedgerDesk desk;
    private final Times times;

    private final SharedLookup<String, Wallet> byKey;

    CypherWallets(Graph graph, LedgerDesk desk, Times times, Lanes.Builder lanes) {
        this.graph = graph;
        this.desk = desk;
        this.times = times;
        this.byKey = lanes.lookup("wallets", this::byKeys);
    }

    @Override
    public Map<String, Wallet> ofCustomers(Collection<String> customerIds, String currency) {
        var keys = customerIds.stream().map(id -> new WalletKey(id, currency).text()).toList();
        return settled(() -> List.copyOf(byKey.find(keys).values())).stream()
                .collect(toMap(Wallet::customerId, wallet -> wallet));
    }

    private Map<String, Wallet> byKeys(Collection<String> keys) {
        return wallets(BY_KEYS, Map.of("keys", List.copyOf(keys))).stream()
                .collect(toMap(Wallet::key, wallet -> wallet));
    }

    @Override
    public Map<String, List<Wallet>> allOfCustomers(Collection<String> customerIds) {
        return settled(() -> wallets(OF_CUSTOMERS, Map.of("ids", List.copyOf(customerIds))))
                .stream()
                .collect(groupingBy(Wallet::customerId));
    }

    @Override
    public Map<String, Wallet> byIds(Caller caller, Collection<String> ids) {
        return settled(() -> wallets(BY_IDS, Map.of("ids", List.copyOf(ids)))).stream()
                .filter(wallet -> caller.sees(wallet.brandId()))
                .collect(toMap(Wallet::id, wallet -> wallet));
    }

    /** Wallets as of now: those in which something is due are settled and read again. */
    private List<Wallet> settled(Supplier<List<Wallet>> read) {
        var wallets = read.get();
        var now = times.now();
        var due =
                wallets.stream()
                        .filter(wallet -> wallet.isDue(now))
                        .map(Wallet::walletKey)
                        .toList();
        if (due.isEmpty()) {
            return wallets;
        }
        desk.settle(due);
        return read.get();
    }

    private List<Wallet> wallets(CypherFile statement, Map<String, ?> parameters) {
        return graph.read(statement, parameters, row -> row.get("wallet").as(Wallet.class));
    }

    @Override
    public Map<String, PointsEntry> entriesByIds(Caller caller, Collection<String> ids) {
        return graph
                .read(
                        ENTRIES_BY_IDS,
                        Map.of("ids", List.copyOf(ids)),
                        row -> row.get("entry").as(PointsEntry.class))
                .stream()
                .filter(entry -> caller.sees(entry.brandId()))
                .collect(toMap(PointsEntry::id, entry -> entry));
    }

    @Override
    public Map<String, Page<PointsEntry>> entries(
            Collection<String> walletIds, PageRequest request) {
        return Page.each(
                graph,
                ENTRIES,
                walletIds,
                request,
                Cursor.HIGHEST,
                row -> row.get("entry").as(PointsEntry.class));
    }

    @Override
    public Map<String, Hold> holdsByIds(Caller caller, Collection<String> ids) {
        return graph
                .read(
                        HOLDS_BY_IDS,
                        Map.of("ids", List.copyOf(ids)),
                        row -> row.get("hold").as(Hold.class))
                .stream()
                .filter(hold -> caller.sees(hold.brandId()))
                .collect(toMap(Hold::id, hold -> hold));
    }

    @Override
    public Map<String, Page<Hold>> openHolds(Collection<String> walletIds, PageRequest request) {
        return Page.each(
                graph,
                OPEN_HOLDS,
                walletIds,
                request,
                Cursor.LOWEST,
                row -> row.get("hold").as(Hold.class));
    }

    @Override
    public Map<String, Long> balancesAt(Collection<String> walletIds, OffsetDateTime at) {
        var parameters = Map.of("ids", List.copyOf(walletIds), "at", Times.utc(at));
        var balances = new HashMap<String, Long>();
        walletIds.forEach(id -> balances.put(id, 0L));
        graph.read(
                BALANCES_AT,
                parameters,
                row -> balances.put(row.get("parentId").asString(), row.get("balance").asLong()));
        return balances;
    }

    private record ExpiringOf(String parentId, OffsetDateTime at, long amount) {}

    @Override
    public Map<String, List<Expiring>> expiring(
            Collection<String> walletIds, OffsetDateTime until) {
        var lists = new HashMap<String, List<Expiring>>();
        walletIds.forEach(id -> lists.put(id, new ArrayList<>()));
        graph.read(
                EXPIRING,
                Map.of("ids", List.copyOf(walletIds), "until", Times.utc(until)),
                row -> {
                    var found = row.as(ExpiringOf.class);
                    return Objects.requireNonNull(lists.get(found.parentId()))
                            .add(new Expiring(found.at(), found.amount()));
                });
        return lists;
    }

    private record Sums(
            String parentId, long opening, long cameIn, long wentOut, long closing, long entries) {

        Statement over(Statement.Period period) {
            return new Statement(parentId, period, opening, cameIn, wentOut, closing, entries);
        }
    }

    @Override
    public Map<String, Statement> statements(
            Collection<String> walletIds, Statement.Period period) {
        var parameters = new HashMap<String, Object>(period.parameters());
        parameters.put("ids", List.copyOf(walletIds));
        return graph.read(STATEMENTS, parameters, row -> row.as(Sums.class)).stream()
                .collect(toMap(Sums::parentId, sums -> sums.over(period)));
    }

    @Override
    public Map<String, Page<PointsEntry>> entriesOf(
            Collection<String> walletIds, Statement.Period period, PageRequest request) {
        return Page.each(
                graph,
                ENTRIES_OF_PERIOD,
                walletIds,
                new PageRequest(request.first(), request.after(), period.parameters()),
                Cursor.LOWEST,
                row -> row.get("entry").as(PointsEntry.class));
    }
}
