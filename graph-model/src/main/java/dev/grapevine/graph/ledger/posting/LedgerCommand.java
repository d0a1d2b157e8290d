package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.RuleEffect;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.session.LedgerSession;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Command of the ledger: declares the data that it needs and decides, under the locks of its
 * wallets, which entries are posted.
 */
public interface LedgerCommand {

    Caller caller();

    /** Returns the wallets to lock, the main wallet first. */
    List<WalletAccess> walletAccess();

    /**
     * Wallet that a command locks.
     *
     * @param field input field that names the customer
     * @param draws maximum points that the command may draw from the wallet
     */
    record WalletAccess(WalletKey wallet, String field, long draws) {}

    /** Returns the keys of the limits whose usage the command reads, to be locked. */
    default List<String> limitKeys(OffsetDateTime now) {
        return List.of();
    }

    /** Returns the further data that the command needs. */
    default Prefetch prefetch() {
        return Prefetch.NONE;
    }

    /**
     * Data that a command needs besides its wallets; null for none.
     *
     * @param holdId id of a hold
     * @param pendingEntryId id of an entry whose pending lot is needed
     * @param causeId id of a causing entry or activity
     * @param reversedId id of an entry that is needed with all entries that name it as their cause
     * @param ruleEffectId {@link RuleEffect#id} whose entries are needed
     */
    record Prefetch(
            @Nullable String holdId,
            @Nullable String pendingEntryId,
            @Nullable String causeId,
            @Nullable String reversedId,
            @Nullable String ruleEffectId) {

        static final Prefetch NONE = new Prefetch(null, null, null, null, null);
    }

    /** Returns true if the command may make points available that have expired before. */
    default boolean mayOpenExpired() {
        return false;
    }

    /**
     * Decides and changes the session. A rejected command leaves the session unchanged.
     *
     * @param entryId id of the entry to post
     */
    Result<PointsEntry> decide(LedgerSession ledger, String entryId);
}
