package dev.grapevine.graph.points;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;

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
class BooksLoader {

    /** How many lots may fall due beside a command; more are settled before it. */
    static final int MOST_DUE = 2_000;

    /** How many lots one command may draw from. */
    static final int MOST_DRAWN = 5_000;

    private static final int FIRST_LOTS = 100;
    private static final CypherFile LOCK = CypherFile.of(BooksLoader.class, "lock-wallets");
    private static final CypherFile OPEN = CypherFile.of(BooksLoader.class, "open-wallets");
    private static final CypherFile DUE = CypherFile.of(BooksLoader.class, "due-in-wallets");
    private static final CypherFile NEXT_DUE = CypherFile.of(BooksLoader.class, "next-due");
    private static final CypherFile TO_DRAW = CypherFile.of(BooksLoader.class, "lots-to-draw");

    private final Graph graph;
    private final Customers customers;
    private final Currencies currencies;
    private final Ids ids;
    private final Times times;

    BooksLoader(Graph graph, Customers customers, Currencies currencies, Ids ids, Times times) {
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
    Books open(Map<WalletKey, Wanted> wanted) {
        var wallets = lock(wanted);
        var books = new Books(times.now());
        if (wallets.size() < wanted.size()) {
            wallets = withNewOnes(books, wanted, wallets);
        }
        wallets.forEach(
                wallet -> {
                    var currency = currencies.byCode(wallet.brandId(), wallet.currency());
                    books.add(new Book(wallet, currency.orElseThrow(), ids, books.now()));
                });
        return books;
    }

    private List<Wallet> lock(Map<WalletKey, Wanted> wanted) {
        var rows = new ArrayList<Map<String, Object>>();
        new TreeMap<>(wanted)
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
            Books books, Map<WalletKey, Wanted> wanted, List<Wallet> known) {
        var there = known.stream().map(Wallet::walletKey).toList();
        var missing =
                wanted.keySet().stream().filter(key -> !there.contains(key)).sorted().toList();
        var owners =
                customers.byIds(
                        Caller.GRAPEVINE, missing.stream().map(WalletKey::customerId).toList());
        owners.values().forEach(books::know);
        var wallets = new ArrayList<Wallet>();
        for (var key : missing) {
            var owner = owners.get(key.customerId());
            if (owner != null
                    && Objects.requireNonNull(wanted.get(key)).isSeenFrom(owner.brandId())
                    && currencies.byCode(owner.brandId(), key.currency()).isPresent()) {
                wallets.add(Wallet.empty(ids.next("wal"), owner.brandId(), key));
            }
        }
        if (wallets.isEmpty()) {
            return known;
        }
        graph.write(OPEN, Map.of("wallets", wallets));
        return lock(wanted);
    }

    /**
     * Writes into the books what has happened by itself. Throws {@link Unsettled} if that is too
     * much for one transaction and more than one wallet has a share in it.
     *
     * @param most how many lots may fall due
     * @return whether that was all
     */
    boolean settle(Books books, int most) {
        var due = books.all().stream().filter(book -> book.before().isDue(books.now())).toList();
        if (due.isEmpty()) {
            return true;
        }
        var nextDue = nextDue(due, books.now());
        var events = events(due, books.now(), most + 1);
        if (due.size() > 1 && events.values().stream().mapToInt(List::size).sum() > most) {
            throw new Unsettled(due.stream().map(book -> book.before().walletKey()).toList());
        }
        var isAll = true;
        for (var book : due) {
            var own = events.getOrDefault(book.before().id(), List.of());
            own.stream().limit(most).forEach(event -> event.lots().tell(book));
            var isRest = own.size() > most;
            isAll &= !isRest;
            var isLapseKnown = !isRest || own.get(most - 1).isAfterLapseOf(book);
            var until = isRest ? own.get(most - 1).at() : books.now();
            new Settlement(book, isLapseKnown, until).settle();
            book.dueNextAt(
                    isRest ? books.now() : nextDue.getOrDefault(book.before().id(), Lot.NEVER));
        }
        return isAll;
    }

    /** Lots that are due, and when; in the order in which that happens. */
    private record Due(OffsetDateTime at, StoredLots lots) {

        static Due of(Record row) {
            return new Due(row.get("at").asOffsetDateTime(), row.as(StoredLots.class));
        }

        boolean isAfterLapseOf(Book book) {
            return book.dates().lapsesAt() == null || at.isAfter(book.dates().lapsesAt());
        }
    }

    private Map<String, List<Due>> events(List<Book> due, OffsetDateTime now, int most) {
        var rows =
                due.stream()
                        .map(
                                book ->
                                        Map.<String, Object>of(
                                                "walletId",
                                                book.before().id(),
                                                "until",
                                                book.dates().isLapsed() ? Lot.NEVER : now,
                                                "lapsesAt",
                                                Objects.requireNonNullElse(
                                                        book.dates().lapsesAt(), Lot.NEVER)))
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

    private Map<String, OffsetDateTime> nextDue(List<Book> due, OffsetDateTime now) {
        var walletIds = due.stream().map(book -> book.before().id()).toList();
        return graph
                .read(
                        NEXT_DUE,
                        Map.of("walletIds", walletIds, "now", now, "never", Lot.NEVER),
                        row -> row)
                .stream()
                .collect(
                        toMap(
                                row -> row.get("walletId").asString(),
                                row -> row.get("at").asOffsetDateTime()));
    }

    /** Gets to know enough lots of each book to draw so much from it, or all that can be drawn. */
    void toDraw(Books books, Map<WalletKey, Wanted> wanted) {
        var limit = FIRST_LOTS;
        for (var drawn = drawn(books, wanted); !drawn.isEmpty(); limit *= 10) {
            var most = Math.min(limit, MOST_DRAWN);
            var first = firstLots(drawn, most);
            drawn =
                    drawn.stream()
                            .filter(
                                    book -> {
                                        var key = book.before().walletKey();
                                        var lots = first.getOrDefault(key, List.of());
                                        return lots.size() == most
                                                && most < MOST_DRAWN
                                                && sum(lots)
                                                        < Objects.requireNonNull(wanted.get(key))
                                                                .draws();
                                    })
                            .toList();
        }
    }

    /** The books that are drawn from. Lots of them may be known, but not the first ones. */
    private static List<Book> drawn(Books books, Map<WalletKey, Wanted> wanted) {
        return wanted.entrySet().stream()
                .filter(draw -> draw.getValue().draws() > 0 && books.has(draw.getKey()))
                .map(draw -> books.of(draw.getKey()))
                .filter(book -> book.lots().remaining() < book.available())
                .toList();
    }

    private Map<WalletKey, List<LotState>> firstLots(List<Book> books, int limit) {
        var byId = books.stream().collect(toMap(book -> book.before().id(), book -> book));
        var first = new HashMap<WalletKey, List<LotState>>();
        graph.read(
                TO_DRAW,
                Map.of("walletIds", List.copyOf(byId.keySet()), "limit", limit),
                row -> {
                    var lot = row.get("lot").as(Lot.class);
                    var book = Objects.requireNonNull(byId.get(lot.walletId()));
                    return first.computeIfAbsent(book.before().walletKey(), _ -> new ArrayList<>())
                            .add(book.lots().know(lot, false));
                });
        return first;
    }

    private static long sum(List<LotState> lots) {
        return lots.stream().mapToLong(LotState::remaining).sum();
    }
}
