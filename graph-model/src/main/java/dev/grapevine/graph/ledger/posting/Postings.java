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
            List<WalletSession.LotPart> lotParts,
            EntryDetails entryDetails) {
        var entry =
                walletSession.post(
                        id,
                        walletSession.now(),
                        kind,
                        walletSession.account(WalletAccount.AVAILABLE),
                        to.name(),
                        sum(lotParts),
                        entryDetails);
        lotParts.forEach(
                lotPart -> walletSession.lots().move(entry, LotMovement.Type.CONSUMED, lotPart));
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

    static long sum(List<WalletSession.LotPart> lotParts) {
        return lotParts.stream().mapToLong(WalletSession.LotPart::amount).sum();
    }

    /**
     * Pays what is owed from what can be spent, so that there is never both. What has come back
     * into lots that have expired since lapses and pays nothing.
     */
    static void repay(WalletSession walletSession, PointsEntry because) {
        var lotParts =
                walletSession.debt() == 0
                        ? List.<WalletSession.LotPart>of()
                        : unexpired(walletSession, because);
        var amount = sum(lotParts);
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
        lotParts.forEach(
                lotPart -> walletSession.lots().move(entry, LotMovement.Type.CONSUMED, lotPart));
    }

    /** What of the debt can be paid; while there is one, no other lots are open. */
    private static List<WalletSession.LotPart> unexpired(
            WalletSession walletSession, PointsEntry because) {
        var lotParts =
                walletSession.lots().open().stream()
                        .filter(lot -> lot.expiresAt().isAfter(because.bookedAt()))
                        .map(lot -> new WalletSession.LotPart(lot, lot.remaining()))
                        .toList();
        return LotSelection.cut(Math.min(walletSession.debt(), sum(lotParts)), lotParts);
    }

    /** Held points come back into the lots that they were drawn from, and the hold is closed. */
    static PointsEntry release(
            WalletSession walletSession,
            String id,
            OffsetDateTime at,
            HoldSession held,
            List<WalletSession.LotPart> lotParts,
            EntryDetails entryDetails) {
        var entry =
                walletSession.post(
                        id,
                        at,
                        EntryKind.RELEASED,
                        walletSession.account(WalletAccount.HELD),
                        walletSession.account(WalletAccount.AVAILABLE),
                        sum(lotParts),
                        entryDetails.of(held.hold()));
        lotParts.forEach(lotPart -> walletSession.restore(entry, lotPart));
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
