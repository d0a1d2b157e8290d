package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.posting.LimitUsage;
import dev.grapevine.graph.ledger.posting.ReversalTarget;

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
public final class LedgerSession {

    private final OffsetDateTime now;
    private final Map<WalletKey, WalletSession> sessions = new TreeMap<>();
    private final Map<String, Customer> withoutWallet = new HashMap<>();
    private final Map<String, LimitUsage> limitUsages = new LinkedHashMap<>();
    private final Map<String, Cause> causes = new HashMap<>();
    private final Map<String, List<ReversalTarget>> targets = new HashMap<>();

    LedgerSession(OffsetDateTime now) {
        this.now = now;
    }

    /**
     * What an award names as its cause.
     *
     * @param isReversed whether it is an entry that was taken back
     */
    public record Cause(String id, String brandId, boolean isReversed) {}

    public OffsetDateTime now() {
        return now;
    }

    void add(WalletSession session) {
        sessions.put(session.before().walletKey(), session);
    }

    public boolean has(WalletKey key) {
        return sessions.containsKey(key);
    }

    public WalletSession of(WalletKey key) {
        return Objects.requireNonNull(sessions.get(key), () -> key + " is not loaded");
    }

    Collection<WalletSession> all() {
        return sessions.values();
    }

    /** Gets to know a customer who has no wallet of the currency that was asked for. */
    void load(Customer customer) {
        withoutWallet.put(customer.id(), customer);
    }

    public @Nullable Customer withoutWallet(String customerId) {
        return withoutWallet.get(customerId);
    }

    void add(LimitUsage limitUsage) {
        limitUsages.put(limitUsage.key(), limitUsage);
    }

    /** How much of a limit has been used. */
    public long usage(String key) {
        return Objects.requireNonNull(limitUsages.get(key), () -> key + " is not loaded").used();
    }

    /** Uses more of a limit. */
    public void addUsage(String key, long amount, String brandId) {
        limitUsages.put(key, new LimitUsage(key, brandId, usage(key) + amount));
    }

    Collection<LimitUsage> limitUsages() {
        return limitUsages.values();
    }

    void add(Cause cause) {
        causes.put(cause.id(), cause);
    }

    public @Nullable Cause cause(String id) {
        return causes.get(id);
    }

    void add(String rootId, List<ReversalTarget> entries) {
        targets.put(rootId, entries);
    }

    /**
     * An entry and all that it caused, the entry first, or all entries of an earning; nothing if
     * there are none.
     */
    public List<ReversalTarget> reversalTarget(String rootId) {
        return targets.getOrDefault(rootId, List.of());
    }

    /** A pending lot that an entry has brought; null if there is none any more. */
    public @Nullable OpenLot pendingLot(WalletKey wallet, String entryId) {
        return of(wallet).lots().all().stream()
                .filter(lot -> lot.lot().entryId().equals(entryId) && lot.isPending())
                .findFirst()
                .orElse(null);
    }
}
