package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.List;

/**
 * Books what a rule gives: ISSUED → wallet; or takes: wallet → ISSUED as far as the wallet has it,
 * and debt → ISSUED for the rest.
 */
record EarnOrder(Earning earning) implements Order {

    @Override
    public Caller caller() {
        return Caller.GRAPEVINE;
    }

    private WalletKey wallet() {
        return new WalletKey(earning.customerId(), earning.currency());
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need(wallet(), "customerId", Math.max(0, -earning.amount())));
    }

    @Override
    public Outcome<PointsEntry> decide(Books books, String entryId) {
        var book = books.of(wallet());
        return earning.amount() > 0 ? give(book, entryId) : take(book, entryId);
    }

    private Note note() {
        return Note.of(caller(), earning.reason())
                .because(earning.activityId())
                .at(earning.occurredAt())
                .under(earning.ruleVersionId(), earning.working());
    }

    private Outcome<PointsEntry> give(Book book, String entryId) {
        if (!book.hasRoomFor(earning.amount())) {
            return Outcome.refused(LedgerRefusal.BALANCE_TOO_LARGE);
        }
        return Outcome.done(
                Postings.credit(
                        book,
                        entryId,
                        EntryKind.EARNED,
                        SystemAccount.ISSUED,
                        earning.amount(),
                        note(),
                        book.currency().expiryOf(book.now())));
    }

    private Outcome<PointsEntry> take(Book book, String entryId) {
        var amount = -earning.amount();
        var there = Math.min(amount, book.available());
        if (there == 0) {
            return Outcome.done(Postings.owe(book, entryId, SystemAccount.ISSUED, amount, note()));
        }
        var parts = book.lots().parts(there, List.of());
        var entry =
                Postings.debit(
                        book, entryId, EntryKind.DEDUCTED, SystemAccount.ISSUED, parts, note());
        if (amount > there) {
            var rest = amount - there;
            Postings.owe(book, book.nextEntryId(), SystemAccount.ISSUED, rest, note());
        }
        return Outcome.done(entry);
    }
}
