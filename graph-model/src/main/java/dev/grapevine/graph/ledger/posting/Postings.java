package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.WalletAccount;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.HoldSession;
import dev.grapevine.graph.ledger.session.LotMovement;
import dev.grapevine.graph.ledger.session.LotPart;
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
            WalletSession session,
            String id,
            EntryKind kind,
            SystemAccount from,
            long amount,
            EntryDetails details,
            OffsetDateTime expiresAt) {
        var entry =
                session.post(
                        id,
                        session.now(),
                        kind,
                        from.name(),
                        session.account(WalletAccount.AVAILABLE),
                        amount,
                        details);
        session.open(entry, amount, expiresAt);
        repay(session, entry);
        return entry;
    }

    /** Points go out, drawn from the lots that expire soonest, or from given parts. */
    static PointsEntry debit(
            WalletSession session,
            String id,
            EntryKind kind,
            SystemAccount to,
            List<LotPart> lotParts,
            EntryDetails details) {
        var entry =
                session.post(
                        id,
                        session.now(),
                        kind,
                        session.account(WalletAccount.AVAILABLE),
                        to.name(),
                        sum(lotParts),
                        details);
        lotParts.forEach(lotPart -> session.lots().move(entry, LotMovement.Type.CONSUMED, lotPart));
        return entry;
    }

    /** What should go out and is not there is owed. */
    static PointsEntry owe(
            WalletSession session, String id, SystemAccount to, long amount, EntryDetails details) {
        var debt = session.account(WalletAccount.DEBT);
        return session.post(
                id, session.now(), EntryKind.DEBT_INCURRED, debt, to.name(), amount, details);
    }

    static long sum(List<LotPart> lotParts) {
        return lotParts.stream().mapToLong(LotPart::amount).sum();
    }

    /**
     * Pays what is owed from what can be spent, so that there is never both. What has come back
     * into lots that have expired since lapses and pays nothing.
     */
    static void repay(WalletSession session, PointsEntry because) {
        var lotParts = session.debt() == 0 ? List.<LotPart>of() : unexpired(session, because);
        var amount = sum(lotParts);
        if (amount == 0) {
            return;
        }
        var entry =
                session.post(
                        EntryKind.DEBT_REPAID,
                        session.account(WalletAccount.AVAILABLE),
                        session.account(WalletAccount.DEBT),
                        amount,
                        EntryDetails.byItself("What was owed is paid").because(because.id()));
        lotParts.forEach(lotPart -> session.lots().move(entry, LotMovement.Type.CONSUMED, lotPart));
    }

    /** What of the debt can be paid; while there is one, no other lots are open. */
    private static List<LotPart> unexpired(WalletSession session, PointsEntry because) {
        var lotParts =
                session.lots().open().stream()
                        .filter(lot -> lot.expiresAt().isAfter(because.bookedAt()))
                        .map(lot -> new LotPart(lot, lot.remaining()))
                        .toList();
        return LotSelection.cut(Math.min(session.debt(), sum(lotParts)), lotParts);
    }

    /** Held points come back into the lots that they were drawn from, and the hold is closed. */
    static PointsEntry release(
            WalletSession session,
            String id,
            OffsetDateTime at,
            HoldSession held,
            List<LotPart> lotParts,
            EntryDetails details) {
        var entry =
                session.post(
                        id,
                        at,
                        EntryKind.RELEASED,
                        session.account(WalletAccount.HELD),
                        session.account(WalletAccount.AVAILABLE),
                        sum(lotParts),
                        details.of(held.hold()));
        lotParts.forEach(lotPart -> session.restore(entry, lotPart));
        repay(session, entry);
        return entry;
    }

    /** Pending points become available. */
    static PointsEntry unlock(
            WalletSession session,
            String id,
            OffsetDateTime at,
            OpenLot lot,
            EntryDetails details) {
        var entry =
                session.post(
                        id,
                        at,
                        EntryKind.UNLOCKED,
                        session.account(WalletAccount.PENDING),
                        session.account(WalletAccount.AVAILABLE),
                        lot.remaining(),
                        details.because(lot.lot().entryId()));
        session.lots().unlock(lot, session.currency().expiryOf(entry.bookedAt()));
        session.dates().isDueBy(lot.expiresAt());
        repay(session, entry);
        return entry;
    }
}
