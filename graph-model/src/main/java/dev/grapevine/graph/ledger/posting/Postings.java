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

/** Postings that several commands share. */
final class Postings {

    private Postings() {}

    /** Credits the available points as a new lot and pays the debt from the lot. */
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
        repayDebt(session, entry);
        return entry;
    }

    /** Debits the available points, drawn from the given parts of lots. */
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

    /** Posts the part of a debit that exceeds the balance as debt. */
    static PointsEntry incurDebt(
            WalletSession session, String id, SystemAccount to, long amount, EntryDetails details) {
        var debt = session.account(WalletAccount.DEBT);
        return session.post(
                id, session.now(), EntryKind.DEBT_INCURRED, debt, to.name(), amount, details);
    }

    static long sum(List<LotPart> lotParts) {
        return lotParts.stream().mapToLong(LotPart::amount).sum();
    }

    /**
     * Pays the debt of the wallet from its open lots, so that a wallet never has both points and
     * debt. Restored lots that have expired since pay nothing.
     */
    static void repayDebt(WalletSession session, PointsEntry credit) {
        var lotParts = session.debt() == 0 ? List.<LotPart>of() : unexpired(session, credit);
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
                        EntryDetails.automatic("The debt has been paid from later points")
                                .withCause(credit.id())
                                .withEffectiveAt(credit.effectiveAt()));
        lotParts.forEach(lotPart -> session.lots().move(entry, LotMovement.Type.CONSUMED, lotPart));
    }

    /**
     * Returns the parts of lots that pay the debt; all open lots come from the credit, because a
     * wallet with debt has no other.
     */
    private static List<LotPart> unexpired(WalletSession session, PointsEntry credit) {
        var lotParts =
                session.lots().open().stream()
                        .filter(lot -> lot.expiresAt().isAfter(credit.bookedAt()))
                        .map(lot -> new LotPart(lot, lot.remaining()))
                        .toList();
        return LotSelection.firstOf(Math.min(session.debt(), sum(lotParts)), lotParts);
    }

    /** Releases held points into the lots that they were drawn from. */
    static PointsEntry release(
            WalletSession session,
            String id,
            OffsetDateTime at,
            HoldSession hold,
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
                        details.withHold(hold.hold()));
        lotParts.forEach(lotPart -> session.restore(entry, lotPart));
        repayDebt(session, entry);
        return entry;
    }

    /** Makes the points of a pending lot available. */
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
                        details.withCause(lot.lot().entryId()));
        session.lots()
                .unlock(lot, session.currency().expiryOf(entry.effectiveAt(), entry.bookedAt()));
        session.clock().scheduleEvent(lot.expiresAt());
        repayDebt(session, entry);
        return entry;
    }
}
