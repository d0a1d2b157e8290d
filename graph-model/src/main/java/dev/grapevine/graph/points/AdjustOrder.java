package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.List;

/** Corrects a balance: ADJUSTED → wallet, or wallet → ADJUSTED. */
record AdjustOrder(Caller caller, AdjustPoints command) implements Order {

    private WalletKey wallet() {
        return new WalletKey(command.customerId(), command.currency());
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need(wallet(), "customer", Math.max(0, -command.amount())));
    }

    @Override
    public Outcome<PointsEntry> decide(Books books, String entryId) {
        var book = books.of(wallet());
        return command.amount() > 0 ? add(book, entryId) : takeAway(book, entryId);
    }

    private Outcome<PointsEntry> add(Book book, String entryId) {
        if (!book.hasRoomFor(command.amount())) {
            return Outcome.refused(LedgerRefusal.BALANCE_TOO_LARGE);
        }
        return Outcome.done(
                Postings.credit(
                        book,
                        entryId,
                        EntryKind.ADJUSTED,
                        SystemAccount.ADJUSTED,
                        command.amount(),
                        Note.of(caller, command.reason()),
                        book.currency().expiryOf(book.now())));
    }

    private Outcome<PointsEntry> takeAway(Book book, String entryId) {
        var amount = -command.amount();
        if (book.available() < amount) {
            return Outcome.refusedForEver(new InsufficientPoints(book.available(), amount));
        }
        return Outcome.done(
                Postings.debit(
                        book,
                        entryId,
                        EntryKind.ADJUSTED,
                        SystemAccount.ADJUSTED,
                        book.lots().parts(amount, List.of()),
                        Note.of(caller, command.reason())));
    }
}
