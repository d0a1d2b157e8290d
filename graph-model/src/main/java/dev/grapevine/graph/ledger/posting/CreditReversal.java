package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LotPart;
import dev.grapevine.graph.ledger.session.WalletSession;

/**
 * Reversal of a credit: expired points are written off, the rest is debited from the available
 * points as far as they suffice and becomes debt beyond.
 */
final class CreditReversal {

    private CreditReversal() {}

    static PointsEntry reverse(
            WalletSession session, String id, ReverseCommand.Share share, EntryDetails details) {
        var to = SystemAccount.valueOf(share.target().entry().debit());
        var unexpired = share.amount() - share.expired();
        if (unexpired == 0) {
            return reverseExpired(session, id, to, share.expired(), details);
        }
        var entry = debitCustomer(session, id, to, unexpired, share, details);
        if (share.expired() > 0) {
            var rest = details.withReversal(null).withCause(id);
            reverseExpired(session, session.nextEntryId(), to, share.expired(), rest);
        }
        return entry;
    }

    private static PointsEntry debitCustomer(
            WalletSession session,
            String id,
            SystemAccount to,
            long unexpired,
            ReverseCommand.Share share,
            EntryDetails details) {
        var covered = Math.min(unexpired, session.available());
        if (covered == 0) {
            return Postings.incurDebt(session, id, to, unexpired, details);
        }
        var ownLots = share.target().lots().stream().map(LotPart::lot).toList();
        var lotParts = session.lots().select(covered, ownLots);
        var entry = Postings.debit(session, id, EntryKind.REVERSED, to, lotParts, details);
        if (unexpired > covered) {
            var rest = details.withReversal(null).withCause(id);
            Postings.incurDebt(session, session.nextEntryId(), to, unexpired - covered, rest);
        }
        return entry;
    }

    private static PointsEntry reverseExpired(
            WalletSession session, String id, SystemAccount to, long amount, EntryDetails details) {
        var from = SystemAccount.EXPIRED.name();
        return session.post(
                id, session.now(), EntryKind.REVERSED, from, to.name(), amount, details);
    }
}
