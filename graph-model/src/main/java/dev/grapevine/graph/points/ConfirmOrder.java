package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;

import java.util.List;

/**
 * Makes pending points available: pending → wallet.
 *
 * @param wallet whose points they are
 */
record ConfirmOrder(Caller caller, WalletKey wallet, ConfirmPoints command) implements Order {

    @Override
    public List<Need> needs() {
        return List.of(new Need(wallet, "entryId", 0));
    }

    @Override
    public Lookups lookups() {
        return new Lookups(null, command.entryId(), null, null, null);
    }

    @Override
    public Outcome<PointsEntry> decide(Books books, String entryId) {
        var lot = books.pendingLot(wallet, command.entryId());
        if (lot == null) {
            return Outcome.refused(LedgerRefusal.NOT_PENDING);
        }
        var book = books.of(wallet);
        var note = Note.of(caller, "The points were confirmed");
        return Outcome.done(Postings.mature(book, entryId, book.now(), lot, note));
    }

    /** What is confirmed late may have expired meanwhile. */
    @Override
    public boolean restores() {
        return true;
    }
}
