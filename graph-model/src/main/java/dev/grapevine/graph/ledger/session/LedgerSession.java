package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.IdempotencyKey;
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

/**
 * State of all wallets of one transaction, under their locks, with the further data that its
 * commands need.
 */
public final class LedgerSession {

    private final OffsetDateTime now;
    private final Map<WalletKey, WalletSession> sessions = new TreeMap<>();
    private final Map<String, Customer> withoutWallet = new HashMap<>();
    private final Map<String, LimitUsage> limitUsages = new LinkedHashMap<>();
    private final Map<String, Cause> causes = new HashMap<>();
    private final Map<String, List<ReversalTarget>> targets = new HashMap<>();
    private final Map<String, IdempotencyKey> keys = new HashMap<>();

    LedgerSession(OffsetDateTime now) {
        this.now = now;
    }

    /**
     * Cause that an award names: an entry or an activity.
     *
     * @param isReversed true if the cause is a reversed entry
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

    /** Adds a customer whose requested wallet does not exist. */
    void load(Customer customer) {
        withoutWallet.put(customer.id(), customer);
    }

    /** Returns a customer whose requested wallet does not exist; null for an unknown customer. */
    public @Nullable Customer withoutWallet(String customerId) {
        return withoutWallet.get(customerId);
    }

    void add(LimitUsage limitUsage) {
        limitUsages.put(limitUsage.key(), limitUsage);
    }

    /** Returns the used part of a limit. */
    public long usage(String key) {
        return Objects.requireNonNull(limitUsages.get(key), () -> key + " is not loaded").used();
    }

    /** Adds to the used part of a limit. */
    public void addUsage(String key, long amount, String brandId) {
        limitUsages.put(key, new LimitUsage(key, brandId, usage(key) + amount));
    }

    Collection<LimitUsage> limitUsages() {
        return limitUsages.values();
    }

    /** Adds the idempotency key of the command whose entry has the id. */
    public void add(String entryId, IdempotencyKey key) {
        keys.put(entryId, key);
    }

    @Nullable IdempotencyKey key(String entryId) {
        return keys.get(entryId);
    }

    void add(Cause cause) {
        causes.put(cause.id(), cause);
    }

    public @Nullable Cause cause(String id) {
        return causes.get(id);
    }

    void add(String rootId, List<ReversalTarget> rootTargets) {
        targets.put(rootId, rootTargets);
    }

    /**
     * Returns an entry, first, with all entries that it caused, or all entries of a rule effect;
     * empty if there are none.
     */
    public List<ReversalTarget> reversalTargets(String rootId) {
        return targets.getOrDefault(rootId, List.of());
    }

    /** Returns the pending lot that an entry opened; null if it is not pending any more. */
    public @Nullable OpenLot pendingLot(WalletKey wallet, String entryId) {
        return of(wallet).lots().all().stream()
                .filter(lot -> lot.lot().entryId().equals(entryId) && lot.isPending())
                .findFirst()
                .orElse(null);
    }
}
