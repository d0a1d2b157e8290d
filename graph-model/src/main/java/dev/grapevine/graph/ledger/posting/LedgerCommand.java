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

/** A command on its way through the ledger: what it has to see, and what it decides then. */
public interface LedgerCommand {

    Caller caller();

    /** The wallets that it needs, to be locked. */
    List<WalletAccess> walletAccess();

    /**
     * A wallet that an order needs.
     *
     * @param field the input field that names the customer
     * @param draws the most that the order may draw from it
     */
    record WalletAccess(WalletKey wallet, String field, long draws) {}

    /** How much of limits has been used, to be locked. */
    default List<String> allowances(OffsetDateTime now) {
        return List.of();
    }

    /** What else it has to see, in the wallets that it needs. */
    default Prefetch prefetch() {
        return Prefetch.NONE;
    }

    /**
     * What an order has to see besides wallets; null for nothing of the kind.
     *
     * @param holdId a hold
     * @param pendingEntryId the pending lot of an entry
     * @param causeId an entry or activity
     * @param reversedId an entry with all that it caused
     * @param earningId what a rule gave for an activity, {@link RuleEffect#id}
     */
    record Prefetch(
            @Nullable String holdId,
            @Nullable String pendingEntryId,
            @Nullable String causeId,
            @Nullable String reversedId,
            @Nullable String earningId) {

        static final Prefetch NONE = new Prefetch(null, null, null, null, null);
    }

    /** Whether it makes points available that may have expired meanwhile. */
    default boolean restores() {
        return false;
    }

    /**
     * Decides and changes the books. Whatever is refused has changed nothing.
     *
     * @param entryId id of the entry to write
     */
    Result<PointsEntry> decide(LedgerSession ledger, String entryId);
}
