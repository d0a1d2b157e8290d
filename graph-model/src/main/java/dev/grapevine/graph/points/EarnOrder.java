package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.List;

/**
 * Books what a rule gives: ISSUED → wallet; or takes: wallet → ISSUED as far as the wallet has it,
 * and debt → ISSUED for the rest. What it takes of what it gave before comes from the same lots
 * first; what has expired of them costs the customer nothing more: EXPIRED → ISSUED.
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
        return List.of(new Need(wallet(), "customer", Math.max(0, -earning.amount())));
    }

    @Override
    public Lookups lookups() {
        return takesBack() ? new Lookups(null, null, null, null, earning.id()) : Lookups.NONE;
    }

    private boolean takesBack() {
        return earning.isCorrection() && earning.amount() < 0;
    }

    @Override
    public Outcome<PointsEntry> decide(Books books, String entryId) {
        var book = books.of(wallet());
        return earning.amount() > 0
                ? give(book, entryId)
                : Outcome.done(take(book, entryId, books.reversible(earning.id())));
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

    /**
     * @param given the entries by which the rule gave it before, if it takes that back
     */
    private PointsEntry take(Book book, String id, List<Reversible> given) {
        var amount = -earning.amount();
        var gone = Math.min(amount, expired(given));
        if (gone == amount) {
            return writeOff(book, id, gone);
        }
        if (gone > 0) {
            writeOff(book, book.nextEntryId(), gone);
        }
        return takeFromCustomer(book, id, amount - gone, given);
    }

    /** What has expired of it and was not written off before. */
    private static long expired(List<Reversible> given) {
        return given.stream()
                .mapToLong(
                        one ->
                                one.entry().is(EntryKind.REVERSED)
                                        ? -one.entry().amount()
                                        : one.expired())
                .sum();
    }

    private PointsEntry writeOff(Book book, String id, long amount) {
        var from = SystemAccount.EXPIRED.name();
        var to = SystemAccount.ISSUED.name();
        return book.post(id, book.now(), EntryKind.REVERSED, from, to, amount, note());
    }

    private PointsEntry takeFromCustomer(
            Book book, String id, long amount, List<Reversible> given) {
        var there = Math.min(amount, book.available());
        if (there == 0) {
            return Postings.owe(book, id, SystemAccount.ISSUED, amount, note());
        }
        var own = given.stream().flatMap(one -> one.lots().stream()).map(Book.Part::lot).toList();
        var parts = book.lots().parts(there, own);
        var entry =
                Postings.debit(book, id, EntryKind.DEDUCTED, SystemAccount.ISSUED, parts, note());
        if (amount > there) {
            var rest = amount - there;
            Postings.owe(book, book.nextEntryId(), SystemAccount.ISSUED, rest, note());
        }
        return entry;
    }
}
