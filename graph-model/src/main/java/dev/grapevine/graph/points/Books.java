package dev.grapevine.graph.points;

import dev.grapevine.graph.customer.Customer;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Everything that the commands of one transaction have loaded, under their locks. */
final class Books {

    private final OffsetDateTime now;
    private final Map<WalletKey, Book> books = new TreeMap<>();
    private final Map<String, Customer> withoutWallet = new HashMap<>();
    private final Map<String, Allowance> allowances = new LinkedHashMap<>();
    private final Map<String, Cause> causes = new HashMap<>();
    private final Map<String, List<Reversible>> reversibles = new HashMap<>();

    Books(OffsetDateTime now) {
        this.now = now;
    }

    /**
     * What an award names as its cause.
     *
     * @param isReversed whether it is an entry that was taken back
     */
    record Cause(String id, String brandId, boolean isReversed) {}

    OffsetDateTime now() {
        return now;
    }

    void add(Book book) {
        books.put(book.before().walletKey(), book);
    }

    boolean has(WalletKey key) {
        return books.containsKey(key);
    }

    Book of(WalletKey key) {
        return Objects.requireNonNull(books.get(key), () -> key + " is not loaded");
    }

    Collection<Book> all() {
        return books.values();
    }

    /** Gets to know a customer who has no wallet of the currency that was asked for. */
    void know(Customer customer) {
        withoutWallet.put(customer.id(), customer);
    }

    @Nullable Customer withoutWallet(String customerId) {
        return withoutWallet.get(customerId);
    }

    void add(Allowance allowance) {
        allowances.put(allowance.key(), allowance);
    }

    /** How much of a limit has been used. */
    long used(String key) {
        return Objects.requireNonNull(allowances.get(key), () -> key + " is not loaded").used();
    }

    /** Uses more of a limit. */
    void use(String key, long amount, String brandId) {
        allowances.put(key, new Allowance(key, brandId, used(key) + amount));
    }

    Collection<Allowance> allowances() {
        return allowances.values();
    }

    void add(Cause cause) {
        causes.put(cause.id(), cause);
    }

    @Nullable Cause cause(String id) {
        return causes.get(id);
    }

    void add(String rootId, List<Reversible> entries) {
        reversibles.put(rootId, entries);
    }

    /**
     * An entry and all that it caused, the entry first, or all entries of an earning; nothing if
     * there are none.
     */
    List<Reversible> reversible(String rootId) {
        return reversibles.getOrDefault(rootId, List.of());
    }

    /** A pending lot that an entry has brought; null if there is none any more. */
    @Nullable LotState pendingLot(WalletKey wallet, String entryId) {
        return of(wallet).lots().all().stream()
                .filter(lot -> lot.lot().entryId().equals(entryId) && lot.isPending())
                .findFirst()
                .orElse(null);
    }
}
