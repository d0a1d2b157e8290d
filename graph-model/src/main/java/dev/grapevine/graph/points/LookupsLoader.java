package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Loads what orders have to see besides wallets, under the wallets' locks. One round trip for each
 * kind of thing that any of them has to see; none for plain awards and redemptions.
 */
@Component
class LookupsLoader {

    private static final CypherFile LIMITS = CypherFile.of(LookupsLoader.class, "lock-allowances");
    private static final CypherFile HOLDS = CypherFile.of(LookupsLoader.class, "holds-with-lots");
    private static final CypherFile PENDING = CypherFile.of(LookupsLoader.class, "pending-lots");
    private static final CypherFile CAUSES = CypherFile.of(LookupsLoader.class, "causes");
    private static final CypherFile ENTRIES =
            CypherFile.of(LookupsLoader.class, "entries-to-reverse");
    private static final CypherFile CORRECTED =
            CypherFile.of(LookupsLoader.class, "entries-to-correct");

    private final Graph graph;

    LookupsLoader(Graph graph) {
        this.graph = graph;
    }

    /** Loads them into the books, which must have been opened and settled. */
    void load(Books books, Collection<Order> orders) {
        lockAllowances(books, orders);
        var lookups = orders.stream().map(Order::lookups).toList();
        load(lookups, Order.Lookups::holdId, HOLDS, row -> know(books, row));
        load(lookups, Order.Lookups::pendingEntryId, PENDING, row -> know(books, row));
        load(
                lookups,
                Order.Lookups::causeId,
                CAUSES,
                row -> books.add(row.get("cause").as(Books.Cause.class)));
        loadEntries(books, lookups, Order.Lookups::reversedId, ENTRIES);
        loadEntries(books, lookups, Order.Lookups::earningId, CORRECTED);
    }

    private void loadEntries(
            Books books,
            List<Order.Lookups> lookups,
            Function<Order.Lookups, @Nullable String> id,
            CypherFile statement) {
        var reversibles = new LinkedHashMap<String, List<StoredEntry>>();
        load(
                lookups,
                id,
                statement,
                row ->
                        reversibles
                                .computeIfAbsent(
                                        row.get("rootId").asString(), _ -> new ArrayList<>())
                                .add(row.as(StoredEntry.class)));
        reversibles.forEach((root, entries) -> books.add(root, known(books, entries)));
    }

    private void load(
            List<Order.Lookups> lookups,
            Function<Order.Lookups, @Nullable String> id,
            CypherFile statement,
            Consumer<Record> row) {
        var ids = lookups.stream().map(id).filter(Objects::nonNull).distinct().toList();
        if (!ids.isEmpty()) {
            graph.read(statement, Map.of("ids", ids), found -> found).forEach(row);
        }
    }

    private static void know(Books books, Record row) {
        var wallet =
                new WalletKey(row.get("customerId").asString(), row.get("currency").asString());
        row.as(StoredLots.class).tell(books.of(wallet));
    }

    /** An entry to take back, as it is stored. */
    record StoredEntry(
            PointsEntry entry,
            String customerId,
            String currency,
            boolean isReversed,
            long left,
            long expired,
            List<StoredLots.Part> parts) {

        WalletKey wallet() {
            return new WalletKey(customerId, currency);
        }
    }

    private static List<Reversible> known(Books books, List<StoredEntry> entries) {
        var unlocked =
                entries.stream().map(StoredEntry::wallet).filter(key -> !books.has(key)).toList();
        if (!unlocked.isEmpty()) {
            throw new Unsettled(unlocked);
        }
        return entries.stream().map(stored -> known(books, stored)).toList();
    }

    private static Reversible known(Books books, StoredEntry stored) {
        var book = books.of(stored.wallet());
        var parts = new StoredLots(null, stored.parts()).parts(book);
        var justExpired = expired(book, parts);
        return new Reversible(
                stored.entry(),
                stored.wallet(),
                stored.isReversed(),
                stored.left(),
                stored.expired() + justExpired,
                parts);
    }

    /** How much of lots has expired in this transaction, which the database does not know yet. */
    private static long expired(Book book, List<Book.Part> parts) {
        var lotIds = parts.stream().map(part -> part.lot().lot().id()).toList();
        var expiries =
                book.entries().stream()
                        .filter(entry -> entry.is(EntryKind.EXPIRED))
                        .map(PointsEntry::id)
                        .toList();
        return book.lots().moves().stream()
                .filter(move -> expiries.contains(move.entryId()))
                .filter(move -> lotIds.contains(move.lotId()))
                .mapToLong(Move::amount)
                .sum();
    }

    private record Limit(String key, String brandId) {}

    private void lockAllowances(Books books, Collection<Order> orders) {
        var limits = new LinkedHashMap<String, Limit>();
        for (var order : orders) {
            var brandId = books.of(order.needs().getFirst().wallet()).before().brandId();
            order.allowances(books.now()).forEach(key -> limits.put(key, new Limit(key, brandId)));
        }
        if (!limits.isEmpty()) {
            var inOrder =
                    limits.values().stream().sorted(Comparator.comparing(Limit::key)).toList();
            graph.write(
                            LIMITS,
                            Map.of("limits", inOrder),
                            row -> row.get("allowance").as(Allowance.class))
                    .forEach(books::add);
        }
    }
}
