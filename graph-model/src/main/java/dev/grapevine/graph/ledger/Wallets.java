package dev.grapevine.graph.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.batch.BatchedLookup;
import dev.grapevine.graph.kernel.batch.CommandBatcher;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.posting.LedgerExecutor;
import dev.grapevine.graph.ledger.session.LedgerReader;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Reader of wallets, entries and holds. Due events are written before a wallet is read; queries by
 * wallet id are as of the last read of the wallet itself. Each method costs one round trip, plus a
 * transaction for each wallet with due events.
 */
@Component
public class Wallets {

    private static final CypherStatement BY_KEYS =
            CypherStatement.of(Wallets.class, "wallets-by-keys");
    private static final CypherStatement OF_CUSTOMERS =
            CypherStatement.of(Wallets.class, "wallets-of-customers");
    private static final CypherStatement BY_IDS =
            CypherStatement.of(LedgerReader.class, "wallets-by-ids");
    private static final CypherStatement ENTRIES_BY_IDS =
            CypherStatement.of(Wallets.class, "entries-by-ids");
    private static final CypherStatement ENTRIES =
            CypherStatement.of(Wallets.class, "entries-of-wallets");
    private static final CypherStatement HOLDS_BY_IDS =
            CypherStatement.of(Wallets.class, "holds-by-ids");
    private static final CypherStatement OPEN_HOLDS =
            CypherStatement.of(Wallets.class, "open-holds-of-wallets");
    private static final CypherStatement EXPIRING = CypherStatement.of(Wallets.class, "expiring");

    private final GraphClient graph;
    private final LedgerExecutor executor;
    private final Times times;

    private final BatchedLookup<String, Wallet> byKey;

    Wallets(
            GraphClient graph,
            LedgerExecutor executor,
            Times times,
            CommandBatcher.Builder batchers) {
        this.graph = graph;
        this.executor = executor;
        this.times = times;
        this.byKey = batchers.lookup("wallets", this::byKeys);
    }

    /** Returns the wallets of customers in one currency, by customer id. */
    public Map<String, Wallet> ofCustomers(Collection<String> customerIds, String currency) {
        var keys = customerIds.stream().map(id -> new WalletKey(id, currency).text()).toList();
        return upToDate(() -> List.copyOf(byKey.find(keys).values())).stream()
                .collect(toMap(Wallet::customerId, wallet -> wallet));
    }

    private Map<String, Wallet> byKeys(Collection<String> keys) {
        return wallets(BY_KEYS, Map.of("keys", List.copyOf(keys))).stream()
                .collect(toMap(Wallet::key, wallet -> wallet));
    }

    /** Returns all wallets of customers, ordered by currency, by customer id. */
    public Map<String, List<Wallet>> allOfCustomers(Collection<String> customerIds) {
        return upToDate(() -> wallets(OF_CUSTOMERS, Map.of("ids", List.copyOf(customerIds))))
                .stream()
                .collect(groupingBy(Wallet::customerId));
    }

    /** Returns the wallets that exist and are visible to the caller, by id. */
    public Map<String, Wallet> byIds(Caller caller, Collection<String> ids) {
        return upToDate(() -> wallets(BY_IDS, Map.of("ids", List.copyOf(ids)))).stream()
                .filter(wallet -> caller.sees(wallet.brandId()))
                .collect(toMap(Wallet::id, wallet -> wallet));
    }

    /** Reads wallets; if any has due events, writes these and reads again. */
    private List<Wallet> upToDate(Supplier<List<Wallet>> read) {
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
        executor.processDueEvents(due);
        return read.get();
    }

    private List<Wallet> wallets(CypherStatement statement, Map<String, ?> parameters) {
        return graph.read(statement, parameters, Rows.to(Wallet.class, "wallet"));
    }

    /** Returns the entries that exist and are visible to the caller, by id. */
    public Map<String, PointsEntry> entriesByIds(Caller caller, Collection<String> ids) {
        return graph
                .read(
                        ENTRIES_BY_IDS,
                        Map.of("ids", List.copyOf(ids)),
                        Rows.to(PointsEntry.class, "entry"))
                .stream()
                .filter(entry -> caller.sees(entry.brandId()))
                .collect(toMap(PointsEntry::id, entry -> entry));
    }

    /** Returns a page of the entries of each wallet, latest first, by wallet id. */
    public Map<String, Page<PointsEntry>> entries(
            Collection<String> walletIds, PageRequest request) {
        return Page.each(
                graph,
                ENTRIES,
                walletIds,
                request,
                Cursor.HIGHEST,
                Rows.to(PointsEntry.class, "entry"));
    }

    /** Returns the holds that exist and are visible to the caller, by id. */
    public Map<String, Hold> holdsByIds(Caller caller, Collection<String> ids) {
        return graph
                .read(HOLDS_BY_IDS, Map.of("ids", List.copyOf(ids)), Rows.to(Hold.class, "hold"))
                .stream()
                .filter(hold -> caller.sees(hold.brandId()))
                .collect(toMap(Hold::id, hold -> hold));
    }

    /** Returns a page of the open holds of each wallet, the next to expire first, by wallet id. */
    public Map<String, Page<Hold>> openHolds(Collection<String> walletIds, PageRequest request) {
        return Page.each(
                graph, OPEN_HOLDS, walletIds, request, Cursor.LOWEST, Rows.to(Hold.class, "hold"));
    }

    private record ExpiringOf(String parentId, OffsetDateTime at, long amount) {}

    /** Returns the points that expire until a time, inclusive, soonest first, by wallet id. */
    public Map<String, List<Expiring>> expiring(
            Collection<String> walletIds, OffsetDateTime until) {
        var lists = new HashMap<String, List<Expiring>>();
        walletIds.forEach(id -> lists.put(id, new ArrayList<>()));
        graph.read(
                EXPIRING,
                Map.of(
                        "ids",
                        List.copyOf(walletIds),
                        "until",
                        Times.utc(until),
                        "never",
                        PointsLot.NEVER),
                row -> {
                    var expiring = Rows.map(row, ExpiringOf.class);
                    return Objects.requireNonNull(lists.get(expiring.parentId()))
                            .add(new Expiring(expiring.at(), expiring.amount()));
                });
        return lists;
    }

    /**
     * Points that expire at the same time.
     *
     * @param expiresAt time of the expiry
     * @param amount points, at least 1
     */
    public record Expiring(OffsetDateTime expiresAt, long amount) {}
}
