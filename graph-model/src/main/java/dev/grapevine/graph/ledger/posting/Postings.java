package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.HoldSession;
import dev.grapevine.graph.ledger.session.LotMovement;
import dev.grapevine.graph.ledger.session.LotSelection;
import dev.grapevine.graph.ledger.session.OpenLot;
import dev.grapevine.graph.ledger.session.WalletSession;

import java.time.OffsetDateTime;
import java.util.List;

/** The transfers that several commands consist of. */
final class Postings {

    private Postings() {}

    /** Points come in, as a new lot; what is owed is paid from it first. */
    static PointsEntry credit(
            WalletSession walletSession,
            String id,
            EntryKind kind,
            SystemAccount from,
            long amount,
            EntryDetails entryDetails,
            OffsetDateTime expiresAt) {
        var entry =
                walletSession.post(
                        id,
                        walletSession.now(),
                        kind,
                        from.name(),
                        walletSession.account(WalletAccount.AVAILABLE),
                        amount,
                        entryDetails);
        walletSession.open(entry, amount, expiresAt);
        repay(walletSession, entry);
        return entry;
    }

    /** Points go out, drawn from the lots that expire soonest, or from given parts. */
    static PointsEntry debit(
            WalletSession walletSession,
            String id,
            EntryKind kind,
            SystemAccount to,
            List<WalletSession.Part> parts,
            EntryDetails entryDetails) {
        var entry =
                walletSession.post(
                        id,
                        walletSession.now(),
                        kind,
                        walletSession.account(WalletAccount.AVAILABLE),
                        to.name(),
                        sum(parts),
                        entryDetails);
        parts.forEach(part -> walletSession.lots().move(entry, LotMovement.Type.CONSUMED, part));
        return entry;
    }

    /** What should go out and is not there is owed. */
    static PointsEntry owe(
            WalletSession walletSession,
            String id,
            SystemAccount to,
            long amount,
            EntryDetails entryDetails) {
        var debt = walletSession.account(WalletAccount.DEBT);
        return walletSession.post(
                id,
                walletSession.now(),
                EntryKind.DEBT_INCURRED,
                debt,
                to.name(),
                amount,
                entryDetails);
    }

    static long sum(List<WalletSession.Part> parts) {
        return parts.stream().mapToLong(WalletSession.Part::amount).sum();
    }

    /**
     * Pays what is owed from what can be spent, so that there is never both. What has come back
     * into lots that have expired since lapses and pays nothing.
     */
    static void repay(WalletSession walletSession, PointsEntry because) {
        var parts =
                walletSession.debt() == 0
                        ? List.<WalletSession.Part>of()
                        : unexpired(walletSession, because);
        var amount = sum(parts);
        if (amount == 0) {
            return;
        }
        var entry =
                walletSession.post(
                        EntryKind.DEBT_REPAID,
                        walletSession.account(WalletAccount.AVAILABLE),
                        walletSession.account(WalletAccount.DEBT),
                        amount,
                        EntryDetails.byItself("What was owed is paid").because(because.id()));
        parts.forEach(part -> walletSession.lots().move(entry, LotMovement.Type.CONSUMED, part));
    }

    /** What of the debt can be paid; while there is one, no other lots are open. */
    private static List<WalletSession.Part> unexpired(
            WalletSession walletSession, PointsEntry because) {
        var parts =
                walletSession.lots().open().stream()
                        .filter(lot -> lot.expiresAt().isAfter(because.bookedAt()))
                        .map(lot -> new WalletSession.Part(lot, lot.remaining()))
                        .toList();
        return LotSelection.cut(Math.min(walletSession.debt(), sum(parts)), parts);
    }

    /** Held points come back into the lots that they were drawn from, and the hold is closed. */
    static PointsEntry release(
            WalletSession walletSession,
            String id,
            OffsetDateTime at,
            HoldSession held,
            List<WalletSession.Part> parts,
            EntryDetails entryDetails) {
        var entry =
                walletSession.post(
                        id,
                        at,
                        EntryKind.RELEASED,
                        walletSession.account(WalletAccount.HELD),
                        walletSession.account(WalletAccount.AVAILABLE),
                        sum(parts),
                        entryDetails.of(held.hold()));
        parts.forEach(part -> walletSession.restore(entry, part));
        repay(walletSession, entry);
        return entry;
    }

    /** Pending points become available. */
    static PointsEntry unlock(
            WalletSession walletSession,
            String id,
            OffsetDateTime at,
            OpenLot lot,
            EntryDetails entryDetails) {
        var entry =
                walletSession.post(
                        id,
                        at,
                        EntryKind.UNLOCKED,
                        walletSession.account(WalletAccount.PENDING),
                        walletSession.account(WalletAccount.AVAILABLE),
                        lot.remaining(),
                        entryDetails.because(lot.lot().entryId()));
        walletSession.lots().unlock(lot, walletSession.currency().expiryOf(entry.bookedAt()));
        walletSession.dates().isDueBy(lot.expiresAt());
        repay(walletSession, entry);
        return entry;
    }
}
