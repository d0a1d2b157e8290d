package dev.grapevine.graph.ledger.posting;

import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.session.EntryDetails;
import dev.grapevine.graph.ledger.session.LotPart;
import dev.grapevine.graph.ledger.session.WalletSession;

/** Reversal of earned points: from the customer as far as the wallet has them, the rest as debt. */
final class EarnedReversal {

    private EarnedReversal() {}

    static PointsEntry reverse(
            WalletSession session, String id, ReverseCommand.Share share, EntryDetails details) {
        var to = SystemAccount.valueOf(share.target().entry().debit());
        var loss = share.amount() - share.gone();
        if (loss == 0) {
            return reverseExpired(session, id, to, share.gone(), details);
        }
        var entry = debitCustomer(session, id, to, loss, share, details);
        if (share.gone() > 0) {
            var rest = details.reversing(null).because(id);
            reverseExpired(session, session.nextEntryId(), to, share.gone(), rest);
        }
        return entry;
    }

    private static PointsEntry debitCustomer(
            WalletSession session,
            String id,
            SystemAccount to,
            long loss,
            ReverseCommand.Share share,
            EntryDetails details) {
        var there = Math.min(loss, session.available());
        if (there == 0) {
            return Postings.owe(session, id, to, loss, details);
        }
        var own = share.target().lots().stream().map(LotPart::lot).toList();
        var lotParts = session.lots().parts(there, own);
        var entry = Postings.debit(session, id, EntryKind.REVERSED, to, lotParts, details);
        if (loss > there) {
            var rest = details.reversing(null).because(id);
            Postings.owe(session, session.nextEntryId(), to, loss - there, rest);
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
